"""Signs of what people need, by language; the first that a sentence shows counts.

Whoever asks how to do a thing wants to read, whatever else the sentence says, so such forms are
left to ``language.asked_forms``.
"""

from __future__ import annotations

from kbtool.language.need_forms.english import ENGLISH
from kbtool.language.need_forms.form import Sign
from kbtool.language.need_forms.french import FRENCH
from kbtool.language.need_forms.german import GERMAN
from kbtool.language.need_forms.spanish import SPANISH

SIGNS: dict[str, tuple[Sign, ...]] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
