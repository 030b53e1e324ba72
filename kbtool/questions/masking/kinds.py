"""All kinds of personal data, in the order in which they are looked for."""

from __future__ import annotations

from kbtool.questions.masking import cards, emails, ibans
from kbtool.questions.masking.kind import Kind

KINDS: tuple[Kind, ...] = (emails.KIND, ibans.KIND, cards.KIND)
"""The first that finds something in a place keeps it: narrow kinds come before wide ones."""
