"""Forms of questions, by language and by the kind of fact that they ask for.

The first form that a sentence has counts, so the order of a table is part of it: "Why was I
charged so much" asks for a cause. A form without a kind stops the search: these look like a
question of some kind and are none.
"""

from __future__ import annotations

from kbtool.language.asked_forms.english import ENGLISH
from kbtool.language.asked_forms.form import Form
from kbtool.language.asked_forms.french import FRENCH
from kbtool.language.asked_forms.german import GERMAN
from kbtool.language.asked_forms.short import LONGEST_SHORT, SHORT_FORMS
from kbtool.language.asked_forms.spanish import SPANISH

FORMS: dict[str, tuple[Form, ...]] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

__all__ = ["FORMS", "LONGEST_SHORT", "SHORT_FORMS", "Form"]
