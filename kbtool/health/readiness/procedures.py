"""Whether readers get through and out: R14, R17, R18, R20, R31."""

from __future__ import annotations

from kbtool.health.readiness.answers import Answer, agree, count, no, quote, unmeasured, yes
from kbtool.health.readiness.lexicon import AUDIENCE, INTERNAL, LIMITATION, RESULT, WAY_ROUND
from kbtool.health.readiness.seen import Seen
from kbtool.model import ListPart, Section

_FEWEST_STEPS = 2
_FIRST_WORDS = 100
_AUDIENCE_KEYS = ("audience", "plan", "plans", "role", "roles", "platform", "platforms", "product")
_FILES = (".pdf", ".doc", ".docx", ".ppt", ".pptx", ".xls", ".xlsx", ".mp4", ".mov")
_PLAYERS = ("youtube.com/", "youtu.be/", "vimeo.com/", "loom.com/")
_FEW_WORDS = 50


def says_the_result(seen: Seen) -> Answer:
    """After the last step of each procedure stands what happens, or what to do if it does not."""
    pattern = RESULT.get(seen.language)
    if pattern is None:
        return _unknown(seen)
    lists = [
        part
        for part in seen.article.lists
        if part.ordered and part.depth == 1 and len(part.items) >= _FEWEST_STEPS
    ]
    if not lists:
        return yes("it has no numbered steps")
    silent = [part for part in lists if not pattern.search(_ending(part, seen))]
    said = f"procedures that end without what happens then: {len(silent)} of {len(lists)}"
    if not silent:
        return yes(said)
    return no(f"{said} (line {seen.article.source.position(silent[0].span.start).line})")


def names_audience(seen: Seen) -> Answer:
    """Plan, role or platform stand in the front matter or among the first words."""
    values = seen.article.front_matter.values
    key = next((key for key in _AUDIENCE_KEYS if values.get(key)), "")
    if key:
        return yes(f"the front matter says it in `{key}`")
    pattern = AUDIENCE.get(seen.language)
    if pattern is None:
        return _unknown(seen)
    words: list[str] = [seen.title]
    for block in seen.article.blocks:
        if len(words) >= _FIRST_WORDS:
            break
        words += block.prose.masked.split()
    found = pattern.search(" ".join(words[:_FIRST_WORDS]))
    if found:
        return yes(f"the first words name {quote(found[0])}")
    return unmeasured(
        f"the first {_FIRST_WORDS} words name no plan, role or platform; "
        "whether they should, a person has to say"
    )


def offers_way_round(seen: Seen) -> Answer:
    """Sections that say what does not work say what to do instead."""
    limitation, way = LIMITATION.get(seen.language), WAY_ROUND.get(seen.language)
    if limitation is None or way is None:
        return _unknown(seen)
    limited = 0
    for section in seen.article.sections:
        text = _text(section)
        found = limitation.search(text)
        if not found:
            continue
        if not way.search(text) and not _has_link(section, seen):
            place = quote(section.heading.text) if section.heading else "the opening"
            return no(f"{place} says {quote(found[0])} and not what to do instead")
        limited += 1
    if not limited:
        return yes("it names no limitation")
    verb = agree(limited, "says", "say")
    return yes(f"{count(limited, 'section')} with a limitation {verb} what to do instead")


def leads_to_person(seen: Seen) -> Answer:
    """It names a way to reach a person, by itself: where most do not, the rule tells of one."""
    route = seen.basis.survey("ESC001", seen.article)
    if route is None:
        return yes("the page around it leads to a person")
    if route.named:
        return yes("it names a way to reach a person")
    if seen.linked:
        return unmeasured("it names no way to a person itself, and links to other articles")
    return no("it names no way to reach a person, nor does it link to another article")


def is_text(seen: Seen) -> Answer:
    """What matters stands in words, not in a file or a video alone."""
    outside = [
        link.href
        for link in seen.article.links
        if link.href.lower().partition("?")[0].endswith(_FILES)
        or any(player in link.href.lower() for player in _PLAYERS)
    ]
    if outside and seen.words < _FEW_WORDS:
        return no(f"{count(seen.words, 'word')}, and the rest is in {quote(outside[0])}")
    if not seen.words:
        return no("it holds no words")
    return yes("no section is nothing but an image, a video or a file")


def is_for_customers(seen: Seen) -> Answer:
    """Nothing in it was written for the team; rules look for placeholders."""
    pattern = INTERNAL.get(seen.language)
    for block, _, match in seen.search(pattern) if pattern else ():
        line = seen.article.source.position(block.span.start).line
        return no(f"{quote(match)} is meant for the team (line {line})")
    return yes("no placeholder, no internal address and no note for the team; names were not tried")


def _ending(part: ListPart, seen: Seen) -> str:
    """The last item, and what stands below the list in its section."""
    section = seen.article.section_of(part.span.start)
    after = [block for block in section.blocks if block.span.start >= part.span.end]
    inside = [
        block
        for block in section.blocks
        if part.items[-1].span.start <= block.span.start < part.span.end
    ]
    return " ".join(block.prose.masked for block in (*inside, *after))


def _text(section: Section) -> str:
    return " ".join(block.prose.masked for block in section.blocks)


def _has_link(section: Section, seen: Seen) -> bool:
    return any(
        section.span.start <= link.span.start < section.span.end for link in seen.article.links
    )


def _unknown(seen: Seen) -> Answer:
    return unmeasured(f"the words that would tell are not known in “{seen.language}”")
