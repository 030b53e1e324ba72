"""Whether translations say what their sources say: K09."""

from __future__ import annotations

from collections import Counter, defaultdict

from kbtool.health.readiness.answers import Answer, agree, count, no, quote, unmeasured, yes
from kbtool.health.readiness.seen import Seen, SeenAll

_RULES = ("LOC001", "LOC002", "LOC003")
_HOW = (
    "name its source in `translation_of`, give both the same `id`, or let their paths differ in "
    "the locale alone (`en/refund.md`, `de/refund.md`)"
)


def keep_up(seen: SeenAll) -> Answer:
    """No translation is missing, outdated or built otherwise, as far as it is known as one."""
    languages = Counter(one.language for one in seen.articles.values())
    if len(languages) < 2:
        return yes("all articles are in one language")
    found = seen.found(*_RULES)
    if found:
        more = f" and {count(len(found) - 1, 'more finding')}" if len(found) > 1 else ""
        return no(f"{found[0].message} (in {found[0].path}){more}")
    active = {one.rule.code for one in seen.basis.rules}
    off = [code for code in _RULES if code not in active]
    if off:
        return unmeasured(f"switched off: {', '.join(off)}")
    return _judge_pairs(seen, languages)


def _judge_pairs(seen: SeenAll, languages: Counter[str]) -> Answer:
    """Rules compare only articles that belong together: without a pair their silence says nothing.

    Articles in the language of most may have no translation, and need none; the others can be
    expected to have a source.
    """
    alone = _find_alone(seen)
    most = min(languages, key=lambda name: (-languages[name], name))
    others = len(seen.articles) - languages[most]
    strays = [one for one in alone if one.language != most]
    if len(alone) == len(seen.articles):
        return unmeasured(
            f"{count(len(alone), 'article')} in {len(languages)} languages, and none is known as "
            f"another's translation: {_HOW}"
        )
    if strays:
        return unmeasured(
            f"of {len(strays)} of {count(others, 'translation')} the source is not known, first "
            f"{quote(strays[0].title)}: {_HOW}"
        )
    return yes(
        f"{count(others, 'translation')} {agree(others, 'has', 'have')} the same parts as "
        f"{agree(others, 'its source', 'their sources')}, and none is behind"
    )


def _find_alone(seen: SeenAll) -> list[Seen]:
    """Articles that belong together with none in another language."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for one in seen.articles.values():
        groups[seen.basis.survey(_RULES[0], one.article).key].append(one)
    return [
        one
        for group in groups.values()
        if len({member.language for member in group}) < 2
        for one in group
    ]
