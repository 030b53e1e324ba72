"""Texts that say who asks, and nothing else."""

from __future__ import annotations

from kbtool.language.courtesies import sign_offs
from kbtool.patterns import lazy_pattern

_LONGEST = 120
_ADDRESS = lazy_pattern(r"[^\s@<>()\[\]]{1,64}@[^\s@<>()\[\]]{1,90}|\[e-?mail\]|\[phone\]")
_LABEL = lazy_pattern(
    r"\b(?:my|e|mail|e-?mail|address|phone|tel|telephone|telefon|mobile|is|here|it|and|or|contact|me|"
    r"at|meine|ist|mon|adresse|est|mi|correo|es|id)\b",
)
# First names that are no words and no products. A name is noise where one of these begins it.
_FIRST_NAMES = frozenset(
    """
    alexander alfred alice andrea andreas andrew angela anita anna anne annette anthony antonio
    barbara beatrice benjamin bernard bernd birgit brian bruno camille carlos carmen caroline
    catherine charles charlotte christian christina christine christoph christopher claire claudia
    cynthia daniel david deborah dennis diego dieter dirk dominique donald edward elena elisabeth
    elizabeth emily emma eric erik eva fabian fabio federico felipe fernando francesca francesco
    francisco françois frank franz frédéric gabriel george gerhard giovanni giulia giuseppe
    gregory guillaume günter hannah hans heike heinz helen helena helmut henrik ines ingrid
    isabel isabelle jacques james jan jane janet jason javier jean jeffrey jennifer jens jessica
    joachim johanna johannes john jonas jonathan jorge josé joseph joshua juan julia julian julie
    jürgen karen karin katharina katherine kathrin kenneth kevin klaus kristin larry laura laurent
    lena leonardo linda lisa lorenzo louise luca lucas luis luise lukas manfred manuel marco marcus
    margaret maria marie mario marion markus marta martin martina mary matthew matthias melissa
    michael michel michelle miguel monika nancy natalie nathalie nicholas nicolas nicole olaf
    oliver olivier pablo pamela paolo patricia patrick paul paula pedro peter petra philip
    philippe pierre rachel rafael rainer ralf raymond rebecca renate ricardo richard robert
    roberto ronald sabine samantha sandra sara sarah scott sebastian sergio sharon simone sofia
    stefan stefanie stephanie stephen steven susan susanne sylvia teresa thierry thomas thorsten
    timothy torsten ulrich ulrike ursula uwe valentina valérie vanessa víctor virginia walter
    werner william wolfgang xavier yvonne
    """.split()
)


def is_contact_only(text: str) -> bool:
    """Whether the text is made of addresses for mail, numbers, or a person's name."""
    if len(text) > _LONGEST:
        return False
    if "@" in text or "[" in text:
        rest, found = _ADDRESS.subn(" ", text)
        if found and not any(map(str.isalpha, _LABEL.sub(" ", rest.lower()))):
            return True
    return _is_name(text)


def _is_name(text: str) -> bool:
    """Whether two or three capitalised words begin with a first name, a sign-off before them."""
    words = text.rstrip(" .").split()
    if not words or not words[-1].istitle():  # most texts end here
        return False
    while words and " ".join(words[:-2]).rstrip(",").casefold() in sign_offs():
        words = words[-2:]
    return (
        len(words) in (2, 3)
        and words[0].casefold() in _FIRST_NAMES
        and all(word.istitle() and word.replace("-", "").isalpha() for word in words)
    )
