"""Words by which a passage holds a kind of fact, beside quantities, by language.

Rather too many than too few: what is held here is not reported as missing.
"""

from __future__ import annotations

import re

from kbtool.language.held_forms.english import ENGLISH
from kbtool.language.held_forms.french import FRENCH
from kbtool.language.held_forms.german import GERMAN
from kbtool.language.held_forms.spanish import SPANISH
from kbtool.model import Fact

FORMS: dict[str, dict[Fact, re.Pattern[str]]] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}
