"""All kinds of personal data, in the order in which they are looked for."""

from __future__ import annotations

from kbtool.questions.masking import (
    addresses,
    birth_dates,
    cards,
    emails,
    ibans,
    ip_addresses,
    keys,
    links,
    mac_addresses,
    names,
    national_ids,
    passwords,
    phones,
    plates,
    references,
)
from kbtool.questions.masking.kind import Kind

KINDS: tuple[Kind, ...] = (
    links.KIND,
    keys.KIND,
    emails.KIND,
    ibans.KIND,
    mac_addresses.KIND,
    ip_addresses.KIND,
    cards.KIND,
    birth_dates.KIND,
    plates.KIND,
    national_ids.KIND,
    passwords.KIND,
    references.KIND,
    phones.KIND,
    addresses.KIND,
    names.KIND,
)
"""The first that finds something in a place keeps it: narrow kinds come before wide ones."""
