"""English passives: a form of "be", "gets" or "got" with a past participle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kbtool.language.imperatives import UI_VERBS
from kbtool.language.participles import IRREGULAR, NOT_PARTICIPLES, STATIVE
from kbtool.language.phrases import fold
from kbtool.model import Article, Block
from kbtool.patterns import lazy_pattern


class Passive(NamedTuple):
    """A passive at ``text[start:end]``, from the first auxiliary verb to the participle."""

    start: int
    end: int
    participle: str  # in small letters
    modal: str  # "must" of "must be sent", "has" of "has been sent"; "" without one
    is_state: bool  # most often tells what state a thing is in: "is required", "is disabled"
    is_finite: bool  # not "being sent" or "to be sent"
    is_negated: bool
    has_agent: bool  # whether "by" names who does it
    is_subordinate: bool  # in a clause with "if", "when", "that" ...


# In folded text. The look back follows the first letter, so that the search skips to likely ones.
_BE = lazy_pattern(
    r"(?:a(?<![\w'-]a)(?:m|re(?:n't)?)|i(?<![\w'-]i)s(?:n't)?|w(?<![\w'-]w)(?:as|ere)(?:n't)?|"
    r"b(?<![\w'-]b)e(?:en|ing)?|g(?<![\w'-]g)(?:ets|ot|etting))\s+"
    r"(?:(?:not|also|always|already|never|now|often|still|then|only|just|soon|first|later|"
    r"[a-z]++(?<=ly))\s+){0,3}"
    r"(?P<participle>[a-z]++)(?![\w']|-\w)",
)
_MODAL = lazy_pattern(
    r"(?<![\w'-])(?P<modal>can|cannot|could|may|might|must|shall|should|will|would|"
    r"(?:needs?|ha(?:s|ve))\s+to|ha(?:s|ve|d)|can't|couldn't|shouldn't|mustn't|won't)\s+"
    r"(?:(?:not|only|also|then|now|always|never|either|[a-z]++(?<=ly))\s+){0,2}$",
)
_STATE = lazy_pattern(r"\s+(?:aware|available|up\s+of)\b")  # "made available"
_NEGATION = lazy_pattern(r"not\b|n't\b|\bnever\b")
_AGENT = lazy_pattern(r"\s(?:\w++\s){0,4}by\s(?!default\b|hand\b|now\b|\w++(?<=ing)\b)")
_SUBORDINATOR = lazy_pattern(
    r"\b(?:if|when|whenever|once|until|till|unless|after|before|while|that|which|who|whose|where|"
    r"because|as|since|whether|than|so|how|what|why|ensure|sure|check|verify|confirm|wait|for|case)\b"
    r"[^,;:.!?()–—]*$",
)
_REACH = 80  # characters before a passive in which its clause is looked for


def find_passives(text: str) -> Iterator[Passive]:
    """Passives in a text, in order; words that only look like participles ("speed") are none."""
    text = fold(text)
    for match in _BE.finditer(text):
        if _is_participle(match["participle"]) and not _STATE.match(text, match.end()):
            yield _read(text, match)


def scan_passives(article: Article) -> dict[int, list[Block]]:
    """Blocks that may hold a passive, in order, by the number of their section.

    One search of all prose; most sections hold none.
    """
    running = article.running
    indexes = {
        running.index_at(match.start())
        for match in _BE.finditer(running.folded)
        if _is_participle(match["participle"])
    }
    found: dict[int, list[Block]] = {}
    for index in sorted(indexes):
        block = article.blocks[index]
        found.setdefault(block.section, []).append(block)
    return found


def _read(text: str, match: re.Match[str]) -> Passive:
    be = match[0].split(maxsplit=1)[0]
    before = text[max(0, match.start() - _REACH) : match.start()]
    modal = _MODAL.search(before) if be in ("be", "been") else None
    start = match.start() - (len(before) - modal.start() if modal else 0)
    return Passive(
        start,
        match.end(),
        match["participle"],
        modal=" ".join(modal["modal"].split()) if modal else "",
        is_state=match["participle"] in STATIVE,
        is_finite=bool(modal) or be not in ("be", "being", "getting"),
        is_negated=bool(_NEGATION.search(text, start, match.end())),
        has_agent=bool(_AGENT.match(text, match.end())),
        is_subordinate=bool(_SUBORDINATOR.search(before)),
    )


def _is_participle(word: str) -> bool:
    if not word.endswith("ed") or word.endswith("eed") or word in NOT_PARTICIPLES:
        return word in IRREGULAR
    return not word.startswith("un") or any(verb in UI_VERBS for verb in base_forms(word))


def base_forms(participle: str) -> Iterator[str]:
    """Verbs that a participle may belong to: "plugged" to plug, "changed" to change."""
    if participle in _IRREGULAR_BASES:
        yield _IRREGULAR_BASES[participle]
    elif participle in IRREGULAR:
        yield participle  # cut, put, set
    elif participle.endswith("ed"):
        stem = participle[:-2]
        yield stem
        yield f"{stem}e"
        if stem[-2:-1] == stem[-1:]:
            yield stem[:-1]
        if stem.endswith("i"):
            yield f"{stem[:-1]}y"


_IRREGULAR_BASES = {
    "chosen": "choose", "done": "do", "drawn": "draw", "found": "find", "given": "give",
    "held": "hold", "hidden": "hide", "kept": "keep", "made": "make", "seen": "see",
    "sent": "send", "shown": "show", "taken": "take", "told": "tell", "written": "write",
}  # fmt: skip
