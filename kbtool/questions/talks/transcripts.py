"""Talks that a help desk wrote into one text: "(10:01:22) Anna: Where is my order?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from kbtool.language.courtesies import split_words
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.markup import strip_markup
from kbtool.questions.talks.threads import Message, Speaker

_LONGEST = 200_000  # characters of a text that is looked at
_MOST = 2_000  # turns of one talk
_FEWEST = 3  # words of customers where labels alone tell a talk from a form
_LONGEST_LABEL = 4  # words
_SIDES = 2
_BRACKETS = frozenset("([")
_HELPERS = ("agent", "bot")

_CUSTOMERS = frozenset(
    """
    visitor customer client guest user requester caller besucher besucherin kunde kundin gast
    nutzer anrufer visiteur cliente usuario visitante utilisateur utente visitatore klant bezoeker
    """.split()
)
_AGENTS = frozenset(
    """
    agent support operator advisor representative rep staff csr mitarbeiter mitarbeiterin berater
    beraterin conseiller conseillère agente asesor asesora operatore operatrice atendente
    medewerker
    """.split()
)
_BOTS = frozenset("bot chatbot assistant assistent system".split())
_LABELS: dict[Speaker, frozenset[str]] = {"bot": _BOTS, "agent": _AGENTS, "customer": _CUSTOMERS}
_LOGS = frozenset("error info warning warn debug fatal trace notice exception note".split())

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?UTC)?"
_STAMP = rf"(?:{_DATE}[,T ]\s?)?{_TIME}(?:,\s?{_DATE})?"
_NAME = r"[^\W\d_][\w .'’@#-]{0,40}"
_PERSON = rf"{_NAME}(?:\s?\([^()\n]{{1,60}}\))?"
_CLOCK = lazy_pattern(r"\d:\d\d")
_STAMPED = lazy_pattern(
    rf"(?:(?:^|\s)[(\[]{_STAMP}[)\]]|^\s{{0,8}}{_STAMP}(?:\s?[-–])?)\s{{1,3}}({_PERSON}):(?=\s)"
    rf"|^\s{{0,8}}({_NAME}?)\s{{1,3}}[(\[]{_STAMP}[)\]]:(?=\s)",
    re.MULTILINE,
)
_HEADED = lazy_pattern(
    rf"^[ \t]{{0,8}}({_NAME}?),?[ \t]{{1,3}}[(\[]?{_STAMP}[)\]]?[ \t]{{0,3}}$", re.MULTILINE
)
_LABELLED = lazy_pattern(rf"^[ \t]{{0,8}}({_NAME}):(?=\s)", re.MULTILINE)
_NOTICE = lazy_pattern(
    rf"(?:[(\[]{_STAMP}[)\]]\s{{0,3}})?\*{{3}}[^*\n]{{1,120}}(?:\*{{3}}|$)", re.MULTILINE
)
_HEADER = lazy_pattern(
    r"^\s{0,8}(?:chat|conversation|transcript|served by|started|url|page|email|e-mail|name|phone"
    r"|department|visitor|unterhaltung|gespräch|beginn|abteilung)\b[^\n]{0,200}$",
    re.MULTILINE | re.IGNORECASE,
)
_SERVED = lazy_pattern(r"\bserved by:?\s{0,3}([^\n,]{1,40})", re.IGNORECASE)
_GREETS = lazy_pattern(
    r"(?:how|what) (?:can|may) (?:i|we)|(?:may|can) i help|welcome to|thank(?:s| you) for"
    r" (?:contacting|reaching)|wie (?:kann|können|darf) (?:ich|wir)|willkommen|puis-je vous aider"
    r"|en qué (?:puedo|podemos) ayudar",
    re.IGNORECASE,
)


class _Turn(NamedTuple):
    """What somebody said."""

    who: str
    text: str
    marked: bool  # whether brackets stand around its time


def split_transcripts(messages: Iterable[Message]) -> list[Message]:
    """The messages, with those that hold a talk of several people taken apart."""
    return [part for message in messages for part in _split(message)]


def _split(message: Message) -> Iterable[Message]:
    parts = split_transcript(message.text)
    return [part._replace(public=message.public) for part in parts] or (message,)


def split_transcript(text: str) -> list[Message]:
    """Messages of a talk, without the names of those who speak; none where it is no talk.

    What a customer wrote above it comes first.
    """
    if text.count(":") < 2 or len(text) > _LONGEST:  # most texts
        return []
    plain = _NOTICE.sub("", strip_markup(text))
    for pattern, is_talk in _SHAPES if _CLOCK.search(plain) else _SHAPES[-1:]:
        head, turns = _cut(plain, pattern)
        if is_talk(turns):
            return _read_talk(head, turns)
    return []


def _read_talk(head: str, turns: list[_Turn]) -> list[Message]:
    speakers = _tell_speakers(turns, head)
    above = _HEADER.sub("", head).strip()
    said: list[tuple[Speaker, str]] = [("customer", above)] if above else []
    said += [(speakers[turn.who], turn.text) for turn in turns]
    return [Message(by, words, in_transcript=True) for by, words in said]


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, list[_Turn]]:
    """What stands above the first turn, and all turns."""
    found = list(islice(pattern.finditer(text), _MOST))
    if not found:
        return text, []
    ends = [*(match.start() for match in found[1:]), len(text)]
    turns = [
        _Turn(
            next(filter(None, match.groups())).strip(),
            text[match.end() : end].strip(),
            marked=not _BRACKETS.isdisjoint(match[0]),
        )
        for match, end in zip(found, ends, strict=True)
    ]
    return text[: found[0].start()], turns


def _is_talk(turns: list[_Turn]) -> bool:
    """Whether turns with a time of day are a talk, and no log of a program or of a week.

    Where the time has no brackets around it, somebody must speak twice.
    """
    names = {turn.who for turn in turns}
    marked = len(turns) > len(names) or all(turn.marked for turn in turns)
    return (
        marked
        and len(names) > 1
        and all(name[:1].isupper() and _LOGS.isdisjoint(split_words(name)) for name in names)
    )


def _is_headed_talk(turns: list[_Turn]) -> bool:
    """The same of turns below a line with nothing but name and time."""
    return (
        len(turns) >= _FEWEST and len(turns) > len({turn.who for turn in turns}) and _is_talk(turns)
    )


def _is_labelled_talk(turns: list[_Turn]) -> bool:
    """Whether lines that begin with a name are a talk; keys of a form are no people.

    One of two speakers must be called an agent or a customer. Where the other is not, somebody
    must speak twice: keys of a form do not come again.
    """
    kinds = {turn.who: _read_label(turn.who) for turn in turns}
    found = {"agent" if kind == "bot" else kind for kind in kinds.values()}
    if len(found) < _SIDES or list(kinds.values()).count("unknown") > 1:
        return False
    said = " ".join(turn.text for turn in turns if kinds[turn.who] not in _HELPERS).split()
    repeated = "unknown" not in found or len(turns) > len(kinds)
    return repeated and len(said) >= _FEWEST and any(word.islower() for word in said)


def _read_label(name: str) -> Speaker:
    words = split_words(name)
    if len(words) > _LONGEST_LABEL or not (name[:1].isupper() or len(words) == 1):
        return "unknown"
    kinds = (kind for kind, labels in _LABELS.items() if not labels.isdisjoint(words))
    return next(kinds, "unknown")


_SHAPES = (
    (_STAMPED, _is_talk),
    (_HEADED, _is_headed_talk),
    (_LABELLED, _is_labelled_talk),
)


def _tell_speakers(turns: list[_Turn], head: str) -> dict[str, Speaker]:
    """Who is who: by what they are called, who served, who offers help, who spoke first."""
    speakers = {turn.who: _read_label(turn.who) for turn in turns}
    served = {match[1].strip() for match in _SERVED.finditer(head)}
    for name in speakers.keys() & served:
        speakers[name] = "agent"
    known = Counter(speakers.values())
    if known["unknown"] and not known["customer"]:
        speakers[_find_customer(turns, speakers)] = "customer"
    return {name: "agent" if by == "unknown" else by for name, by in speakers.items()}


def _find_customer(turns: list[_Turn], speakers: dict[str, Speaker]) -> str:
    """The first who speaks of those whose part is not known, unless they offer help."""
    names = list(dict.fromkeys(t.who for t in turns if speakers[t.who] == "unknown"))
    helping = {turn.who for turn in turns if _GREETS.search(turn.text)}
    return next((name for name in names if name not in helping), names[0])
