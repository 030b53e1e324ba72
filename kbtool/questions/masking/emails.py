"""E-mail addresses, also as people spell them out."""

from __future__ import annotations

import re
from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_LOCAL = r"(?<![\w.+%-])\w[\w.+%'-]{0,127}+"
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
# "%40" is how links hold the sign.
_WRITTEN = lazy_pattern(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL}){{1,6}}")
_IN_LINK = lazy_pattern(rf"(?<![\w.+-])\w[\w.+'-]{{0,127}}+%40{_LABEL}(?:\.{_LABEL}){{1,6}}")
_ENDINGS = (
    "com|net|org|info|biz|eu|de|fr|es|it|nl|uk|ch|at|be|in|io|co|us|ca|au|br|pl|pt|se|dk|edu|gov"
)
_DOT = r" ?[(\[{] ?(?:dot|punkt|punto|point|\.) ?[)\]}] ?| (?:dot|punkt|punto) "
# In brackets, "at" is enough: "jane(at)example.com". Bare words need both: nobody writes
# "I paid at example dot com" of a shop.
# "anna . berg", "anna dot berg": parts of what stands before the sign.
_PARTS = rf"(?<![\w.+%-])(?:\w{{1,30}}+(?:{_DOT}| \. )){{0,3}}"
_SPELT = lazy_pattern(
    rf"{_PARTS}{_LOCAL} ?[(\[{{] ?(?:at|ät|arroba|arobase|@) ?[)\]}}] ?"
    rf"[\w-]{{1,63}}+(?:(?:{_DOT}|\.)[\w-]{{1,63}}+){{0,3}}(?:{_DOT}|\.)(?:{_ENDINGS})(?!\w)"
    rf"|{_PARTS}{_LOCAL} (?:at|ät|arroba|arobase) "
    rf"[\w-]{{1,63}}+(?:(?:{_DOT})[\w-]{{1,63}}+){{0,3}}(?:{_DOT})(?:{_ENDINGS})(?!\w)",
    re.IGNORECASE,
)


def _find(text: str) -> Places:
    written = _WRITTEN.finditer(text) if "@" in text else ()
    linked = _IN_LINK.finditer(text) if "%40" in text else ()
    found = chain(written, linked, _SPELT.finditer(text))
    return (match.span() for match in found if _is_one(match[0]))


def _is_one(found: str) -> bool:
    """False where an address ends in digits: ``user@10.2`` is no host of mail."""
    return not found.rpartition(".")[2].isdigit()


KIND = Kind(
    name="email",
    thing="e-mail address",
    things="e-mail addresses",
    find=_find,
    signs=(
        "@",
        "%40",
        "(at",
        "[at",
        "{at",
        "( at",
        "[ at",
        "(ät",
        "arroba",
        " dot ",
        " punkt ",
        "arobase",
    ),
)
