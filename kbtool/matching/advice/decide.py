"""What to do about a group of questions, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kbtool.matching.judging.evidence import Word
from kbtool.model import Action, Need

_BY_HAND = {
    Need.PERSON: (Action.HANDOFF, "they want a person, not an article"),
    Need.ACTION: (Action.HANDOFF, "they ask that somebody does it for them, which no article can"),
    Need.ACCOUNT: (Action.HANDOFF, "to answer them, somebody has to look at their accounts"),
    Need.PRODUCT: (Action.PRODUCT, "they report a fault or miss a feature, which no article mends"),
}
_OWN_TITLE = 0.5  # share of a title's words that a group must use for the article to be about it
_SPLIT = 1 / 3  # share of a group that a second article must attract to count as a rival
# Share of a group's main words of which an article about it holds more. From 0 to .75 to write or
# to improve is right about as often (stackfaq .48 to .51 of gaps, banking77 .39 to .42, hwu64 .38
# to .39, thunderbird .10 to .13, the sample .45 to .49); above .5 "improve" is right most often:
# .28 .52 .33 .17 .40. `python -m benchmarks.cutoffs.about`, benchmarks/cutoffs.md.
_ABOUT = 0.5
_PARTLY = 1 / 3  # share of a group answered alone from which nobody should write a new article
_MOST_QUOTED = 3
_RENAMED = 3  # people for whom an article gets another title: the words of two are chance
# From so many people whose answer is there for at least half, the article is not where they look.
_CONTACTS, _KNOWN = 10, 0.5


class Evidence(Struct, frozen=True):
    """What is known of a group when its action is decided."""

    askers: int
    answered: bool
    words: Sequence[Word]  # the group's own, the most characteristic first
    nearest: str | None  # title of the nearest article
    in_title: frozenset[str]  # stems of the nearest article's title
    in_aliases: frozenset[str]  # these and the stems of its tags and summary
    in_article: frozenset[str]  # stems of the whole nearest article
    rival: str | None  # title of the second article
    rival_share: float  # of its wordings that find the second article first
    heading: str  # heading over the best passage, "" for the opening
    covered: float = 0.0  # share of its questions that the nearest article answers, taken alone
    all_found: bool = False  # whether each of its questions finds an answer, taken alone
    need: Need = Need.ARTICLE
    contacts: int = 0  # people who wrote or called; searches, and unknown channels, left out
    known: float = 0.0  # lower bound of the share of its questions that articles answer, 0 to 1
    language: str = ""  # that it is asked in, where the article that fits is in others alone
    linked: str = ""  # title of the article that agents answered most of it with
    unfilled: bool = False  # whether the nearest article would answer, but holds placeholders
    fits: bool = False  # whether an article answers it, were it not for the language


def decide(evidence: Evidence) -> tuple[Action, str]:
    """Action and reason for a group."""
    if evidence.answered:
        return _decide_answered(evidence)
    if evidence.need in _BY_HAND and evidence.known < _KNOWN:
        action, reason = _BY_HAND[evidence.need]
        return action, f"{_people(evidence)}; {reason}."
    return _decide_gap(evidence)


def _decide_gap(evidence: Evidence) -> tuple[Action, str]:
    people = _people(evidence)
    shared = [word.surface for word in evidence.words if word.stem in evidence.in_article]
    never = [word.surface for word in evidence.words if word.stem not in evidence.in_article]
    if elsewhere := _answer_elsewhere(evidence, shared, never):
        return Action.TRANSLATE, f"{people}; {elsewhere}."
    if evidence.nearest is None:
        return Action.WRITE, f"{people}; no article was found by their words{_such_as(never)}."
    if partly := _answer_partly(evidence, shared, never):
        return Action.IMPROVE, f"{people}; {partly}."
    title = f"“{evidence.nearest}”"
    reason = f"the nearest article, {title}, {_fall_short(shared, never)}"
    remark = "; it also holds placeholders" if evidence.unfilled else ""
    return Action.WRITE, f"{people}; {reason}{remark}."


def _answer_elsewhere(evidence: Evidence, shared: Sequence[str], never: Sequence[str]) -> str:
    """Which article answers them in another language, "" where none does."""
    if evidence.language and evidence.fits and not evidence.linked:
        return f"“{evidence.nearest}” answers them, but not in {evidence.language}"
    if evidence.language and evidence.linked:
        return f"agents answer them with “{evidence.linked}”, not there in {evidence.language}"
    if evidence.language and evidence.nearest and shared and len(shared) >= len(never):
        return f"“{evidence.nearest}” seems to be about this, but not in {evidence.language}"
    return ""


def _answer_partly(evidence: Evidence, shared: Sequence[str], never: Sequence[str]) -> str:
    """What articles answer of it already, "" where they answer too little."""
    title = f"“{evidence.nearest}”"
    is_about = len(shared) > _ABOUT * len(evidence.words)
    if evidence.unfilled and is_about:
        return f"{title} is about this but still holds placeholders"
    if evidence.covered >= _PARTLY and is_about:
        return f"{title} answers some of them, others not clearly enough"
    if evidence.known >= _KNOWN:
        found = "each finds" if evidence.all_found else "most of them find"
        return f"{found} some article when taken alone, but no single article fits the group"
    if never and shared and _is_own_title(evidence):
        return f"{title} is about this but never says {_quote(never)}"
    return ""


def _fall_short(shared: Sequence[str], never: Sequence[str]) -> str:
    """What the nearest article lacks of a group's main words."""
    if not shared:
        return f"has none of their main words{_such_as(never)}"
    if never:
        return f"shares only {_quote(shared)} and never says {_quote(never)}"
    return f"says {_quote(shared)} but fits them weakly"


def _decide_answered(evidence: Evidence) -> tuple[Action, str]:
    title = f"“{evidence.nearest}”"
    if evidence.rival is not None and evidence.rival_share >= _SPLIT:
        reason = f"{title} and “{evidence.rival}” both attract them"
        return Action.DISAMBIGUATE, f"{_people(evidence)}; {reason}."
    outside = [word.surface for word in evidence.words if word.stem not in evidence.in_aliases]
    if evidence.askers >= _RENAMED and evidence.words and len(outside) == len(evidence.words):
        place = f" under “{evidence.heading}”" if evidence.heading else ""
        says = f"{_say_answered(evidence)}{place}"
        reason = f"{says}, but its title has none of their words"
        return Action.RETITLE, f"{_people(evidence)}; {reason}{_such_as(outside)}."
    says = _say_answered(evidence)
    if never := _never_says(evidence):
        says += f", but never says {_quote(never)}"
    elif evidence.contacts >= _CONTACTS and evidence.known >= _KNOWN and _is_read(evidence):
        reason = f"{says}, and {evidence.contacts:,} wrote all the same"
        return Action.SURFACE, f"{_people(evidence)}; {reason}."
    return Action.NONE, f"{_people(evidence)}; {says}."


def _say_answered(evidence: Evidence) -> str:
    """Who answers, flatly only where most of the questions find it by themselves as well."""
    sure = evidence.known >= _KNOWN and not _never_says(evidence)
    return f"“{evidence.nearest}” {'answers' if sure else 'seems to answer'} them"


def _never_says(evidence: Evidence) -> list[str]:
    """Which of a group's foremost words its article lacks."""
    foremost = evidence.words[:_MOST_QUOTED]
    return [word.surface for word in foremost if word.stem not in evidence.in_article]


def _is_read(evidence: Evidence) -> bool:
    """Whether a text is what a group needs: others write for good reason."""
    return evidence.need not in _BY_HAND


def _is_own_title(evidence: Evidence) -> bool:
    """Whether the nearest title holds the first of a group's words and little else."""
    words = [word.stem for word in evidence.words]
    shared = evidence.in_title.intersection(words)
    return words[0] in shared and len(shared) >= _OWN_TITLE * len(evidence.in_title)


def _people(evidence: Evidence) -> str:
    return "1 person asked" if evidence.askers == 1 else f"{evidence.askers:,} people asked"


def _quote(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words[:_MOST_QUOTED]]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _such_as(words: Sequence[str]) -> str:
    return f", such as {_quote(words)}" if words else ""
