"""What the words of an article say: R09, R11, R15, R22, R32."""

from __future__ import annotations

from kbtool.health.readiness.answers import Answer, agree, count, no, quote, unmeasured, yes
from kbtool.health.readiness.lexicon import (
    BARE,
    CODE,
    ERROR,
    QUOTED,
    SAYING,
    TELLING,
    VAGUE,
)
from kbtool.health.readiness.seen import Seen
from kbtool.language.detecting import detect_language
from kbtool.patterns import lazy_pattern

_ENOUGH = 300  # characters that tell a language
_SECTION = 40  # words from which a section can be judged
_DIGIT = lazy_pattern(r"\d")


def names_products(seen: Seen) -> Answer:
    """Every section of some length holds a name of the list of products."""
    options = seen.basis.options("TRM002")
    names = tuple(getattr(options, "names", ())) + tuple(getattr(options, "common", ()))
    if not names:
        return unmeasured("no product names are set (option `names` of product-name-case)")
    sections = [section for section in seen.article.sections if section.words >= _SECTION]
    if not sections:
        return unmeasured(f"no section has {_SECTION} words")
    folded = [name.casefold() for name in names]
    bare = []
    for section in sections:
        text = " ".join(block.prose.text for block in section.blocks).casefold()
        if not any(name in text for name in folded):
            bare.append(section)
    if bare:
        heading = bare[0].heading
        place = quote(heading.text) if heading else "the opening"
        verb = agree(len(bare), "names", "name")
        return no(f"{len(bare)} of {count(len(sections), 'section')} {verb} no product: {place}")
    return yes(f"each of {count(len(sections), 'section')} names a product")


def answers_in_sentences(seen: Seen) -> Answer:
    """No section that a question heads begins with a bare yes or no."""
    pattern = BARE.get(seen.language)
    if pattern is None:
        return _unknown(seen)
    asked = [s for s in seen.parts if s.heading and s.heading.text.rstrip().endswith("?")]
    for section in asked:
        first = next((text for _, text in section.blocks[0].sentence_texts()), "")
        if pattern.fullmatch(first):
            heading = section.heading.text if section.heading else ""
            return no(f"{quote(heading)} is answered by {quote(first)} alone")
    return yes(
        f"each of {count(len(asked), 'question')} is answered by a sentence"
        if asked
        else "no heading is a question with a bare yes or no below it"
    )


def is_exact(seen: Seen) -> Answer:
    """No sentence leaves a quantity to guess."""
    pattern = VAGUE.get(seen.language)
    if pattern is None:
        return _unknown(seen)
    found = [(b, match) for b, text, match in seen.search(pattern) if not _DIGIT.search(text)]
    if not found:
        return yes("no quantity is left to guess")
    block, match = found[0]
    line = seen.article.source.position(block.span.start).line
    more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
    return no(f"{quote(match)} leaves the reader to guess (line {line}){more}")


def quotes_errors(seen: Seen) -> Answer:
    """An article about an error shows what the error says, between quotation marks or as code."""
    pattern = ERROR.get(seen.language)
    if pattern is None:
        return _unknown(seen)
    heads = [seen.title, *(heading.text for heading in seen.article.headings)]
    head = next((text for text in heads if pattern.search(text)), "")
    if not head:
        return yes("no title and no heading is about an error")
    texts = [block.prose.text for block in seen.article.blocks]
    if saying := next((text for text in heads if _says_error(text, seen.language)), ""):
        return yes(f"its heading says what the error says: {quote(saying)}")
    if seen.article.code or any(QUOTED.search(text) or CODE.search(text) for text in texts):
        return yes("it quotes what the error says")
    return no(f"{quote(head)} is about an error, and no message or code is quoted")


def _says_error(head: str, language: str) -> bool:
    """Whether a heading holds the message of one error."""
    found = SAYING[language].search(head)
    return bool(found and not TELLING[language].search(found[1]))


def is_in_its_language(seen: Seen) -> Answer:
    """Title and sections are in the language that the article is said to be in."""
    read = 0
    for section in seen.article.sections:
        if section.words < _SECTION:
            continue
        text = " ".join(block.prose.masked for block in section.blocks)
        language = detect_language(text[:_ENOUGH])
        if language and language != seen.language:
            place = quote(section.heading.text) if section.heading else "the opening"
            return no(f"it is marked as “{seen.language}”, and {place} reads like “{language}”")
        read += bool(language)
    if not read:
        return unmeasured("no section is long enough to tell its language")
    verb = agree(read, "reads", "read")
    return yes(f"{count(read, 'section')} {verb} like “{seen.language}”, as the article is marked")


def _unknown(seen: Seen) -> Answer:
    return unmeasured(f"the words that would tell are not known in “{seen.language}”")
