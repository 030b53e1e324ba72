"""One form for spellings and verb forms that stemmers keep apart."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

# British and American. Words such as "promise" change as well, but alike on both sides.
_ISE = lazy_pattern(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|able|ation|ations)$)")
_OUR = lazy_pattern(r"(?<=[a-z]{3})our(?=(?:|s|ed|ing|ful|ite|able|al)$)")
_DOUBLED = lazy_pattern(r"^(cancel|travel|label|level|model|signal|fuel|total|dial)l(?=[aei])")
_RE = lazy_pattern(r"^(cent|theat|met|lit|fib)re(?=s?$)")
_ENCE = lazy_pattern(r"^(lic|def|off|pret)enc(?=(?:e|es|ed)$)")

_FORMS = {
    "become": "became",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "catalog": "catalogue catalogues",
    "choose": "chose chosen",
    "dialog": "dialogue dialogues",
    "draw": "drew drawn",
    "eat": "ate eaten",
    "fall": "fell fallen",
    "find": "found",
    "forget": "forgot forgotten",
    "freeze": "froze frozen",
    "gray": "grey",
    "grow": "grew grown",
    "hear": "heard",
    "hide": "hid hidden",
    "hold": "held",
    "lend": "lent",
    "lose": "lost",
    "mean": "meant",
    "meet": "met",
    "pay": "paid",
    "program": "programme programmes",
    "sell": "sold",
    "send": "sent",
    "shake": "shook shaken",
    "speak": "spoke spoken",
    "spend": "spent",
    "steal": "stole stolen",
    "stick": "stuck",
    "teach": "taught",
    "throw": "threw thrown",
    "understand": "understood",
    "wear": "wore worn",
    "win": "won",
    "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}
_BASE = {form: base for base, forms in _FORMS.items() for form in forms.split()}


def unify_english(word: str) -> str:
    """A folded English word in its American spelling; irregular forms as the plain verb."""
    base = _BASE.get(word)
    if base is not None:
        return base
    word = _DOUBLED.sub(r"\1", _OUR.sub("or", _ISE.sub("iz", word)))
    return _ENCE.sub(r"\1ens", _RE.sub(r"\1er", word))
