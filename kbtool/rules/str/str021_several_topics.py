"""An article about several tasks.

Who searches for one of them finds a title that names another, or both, and has to read what is not
theirs. A bot gets passages of two tasks under one title and mixes them up.

Source: Zendesk, "Optimizing your help center content for bots" (a single, specific topic); KCS v6
practices guide (no compound statements).

Bad:
    # Cancel an order and change your address

    ## Cancel an order

    Open Orders and select Cancel.

    ## Change your address

    Open your profile.

Good:
    # Cancel an order

    ## Before it is sent

    Open Orders and select Cancel.

    ## Afterwards

    Send the parcel back.

Not flagged: two verbs with one object ("Add and remove members"), headings that share a word with
the title or with each other, numbered ones, and those that lead on ("See also"). The rule is off
unless you select it: whether two tasks belong together is hard to tell from their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import imperative_verb
from kbtool.model import Article, Heading, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.str._opening import headings_below_title

_COMMON = (
    "a", "an", "the", "your", "my", "our", "their", "this", "that", "these", "those", "it", "its",
    "to", "of", "in", "on", "at", "for", "from", "with", "by", "as", "into", "or", "and", "if",
    "when", "how", "do", "i", "you", "new", "all", "any", "up", "out", "off", "using", "use",
    "is", "are", "be", "can",
)  # fmt: skip


_EXCEPTIONS = (
    "see", "try", "check", "verify", "contact", "get", "learn", "read", "view", "search",
)  # fmt: skip
_HOW = lazy_pattern(r"^\W*how\s+(?:to|(?:do|can)\s+(?:i|you))\s+", re.IGNORECASE)
_STEP = lazy_pattern(r"\W*(?:(?:step|part|check|method|option)\s+)?\d", re.IGNORECASE)


class SeveralTopicsOptions(Options, frozen=True):
    """Options of several-topics."""

    joints: Annotated[
        tuple[str, ...],
        Meta(description="words or signs that join two tasks in a title"),
    ] = ("and", "&", "plus")
    headings: Annotated[
        int,
        Meta(ge=2, description="headings about unrelated tasks from which it is several topics"),
    ] = 2
    common: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, that two tasks may share and still be unrelated"),
    ] = _COMMON
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in lower case, that begin no task of their own"),
    ] = _EXCEPTIONS


def check(article: Article, kb: KnowledgeBase, options: SeveralTopicsOptions) -> Iterator[Hit]:
    """Titles that join two tasks, else headings about tasks that share no word."""
    title = article.title
    if not title:
        return
    tasks = _split_title(title.text, options)
    if tasks:
        yield Hit(
            title.span,
            f'title joins {len(tasks)} tasks: "{tasks[0]}" and "{tasks[1]}"',
            "Write an article for each task",
        )
        return
    unrelated = _find_unrelated(article, title.text, options)
    if len(unrelated) >= options.headings:
        names = " and ".join(f'"{" ".join(heading.text.split())}"' for heading in unrelated[:2])
        yield Hit(
            unrelated[1].block.span,
            f"{len(unrelated)} headings are about tasks of their own, such as {names}",
            "Move each task to an article of its own",
        )


def _split_title(text: str, options: SeveralTopicsOptions) -> list[str]:
    """Tasks of a title, each with a verb and an object of its own; none if it is one."""
    joint = "|".join(rf"(?<!\S){re.escape(word)}(?!\S)" for word in options.joints)
    parts = re.split(joint, " ".join(text.split()), flags=re.IGNORECASE) if joint else [text]
    tasks = [_strip_question(part) for part in parts]
    if len(tasks) < 2 or not all(map(imperative_verb, tasks)):
        return []
    objects = [_read_words(task, options)[1:] for task in tasks]
    return tasks if all(objects) and not set(objects[0]) & set(objects[1]) else []


def _strip_question(text: str) -> str:
    """A task without "How to" or "How do I" before it."""
    return _HOW.sub("", text).strip(" ?.,")


def _find_unrelated(article: Article, title: str, options: SeveralTopicsOptions) -> list[Heading]:
    """Headings of the highest level about tasks that share no word with the title or another."""
    below = headings_below_title(article)
    top = min((heading.level for heading in below), default=0)
    seen = set(_read_words(title, options))
    found: list[Heading] = []
    for heading in below:
        task = _strip_question(heading.text)
        verb = imperative_verb(task)
        if heading.level != top or not verb or verb in options.exceptions or _STEP.match(task):
            continue
        words = set(_read_words(task, options)[1:])
        if words and not words & seen:
            found.append(heading)
            seen |= words
    return found


def _read_words(text: str, options: SeveralTopicsOptions) -> list[str]:
    """Stems of the words that say what a text is about."""
    words = re.findall(r"[^\W_]+", text.lower().replace("’", "'"))
    return [_stem(word) for word in words if word not in options.common]


def _stem(word: str) -> str:
    """A word without the ending of a plural or a verb form."""
    return re.sub(r"(?<=\w{3})(?:ings?|ers?|ed|es|s|e)$", "", word)


RULE = Rule(
    code="STR021",
    name="several-topics",
    severity=Severity.INFO,
    options=SeveralTopicsOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
