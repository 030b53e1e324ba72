"""Drafts of files: parse, check, and keep what is needed later as bytes."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct

from kbtool.articles import ArticleFile, Skipped, linked_places, parse_file, read_file
from kbtool.config import Project
from kbtool.linter import draft_article
from kbtool.model import Article, KnowledgeBase
from kbtool.runner.choices import Choices
from kbtool.runner.codec import FileDraft, encode, encode_surveys
from kbtool.runner.plan import Plan


class Drafter(Struct, frozen=True, dict=True):
    """Drafts files with the rules of a project; can be sent to another process."""

    project: Project
    choices: Choices
    today: date
    root: str  # folder that paths of articles start with, as shown

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave the plan out on the way to another process, which makes its own."""
        return Drafter, (self.project, self.choices, self.today, self.root)

    @cached_property
    def plan(self) -> Plan:
        """Which rules run where."""
        return Plan(self.project, self.choices)

    @cached_property
    def stopped(self) -> dict[str, str]:
        """Rules that are off for the rest of the run in this process, by name, and why."""
        return {}

    def draft_file(self, file: ArticleFile, overlays: Mapping[str, bytes] = {}) -> FileDraft:
        """What a file gives, from ``overlays`` if they hold its content."""
        config = self.project.config
        if file.shown in overlays:
            content = overlays[file.shown]
            parts = parse_file(content, file.shown, config.locale, drafts=config.drafts)
        else:
            most = config.max_file_bytes
            parts = read_file(file, config.locale, most, drafts=config.drafts)
        return self.draft_parts(parts)

    def draft_parts(self, parts: Sequence[Article | Skipped]) -> FileDraft:
        """What the articles of a file give."""
        articles = [part for part in parts if not isinstance(part, Skipped)]
        kb = KnowledgeBase((), self.today, self.root)
        drafts = (
            draft_article(a, kb, self.plan.rules_for(a.path, a.id), self.stopped) for a in articles
        )
        places = (place for article in articles for place in linked_places(article, self.root))
        return FileDraft(
            drafts=tuple(map(encode_surveys, drafts)),
            skipped=tuple(part for part in parts if isinstance(part, Skipped)),
            places=tuple(places),
        )

    def draft_encoded(self, file: ArticleFile) -> bytes:
        """What a file gives, as bytes."""
        return encode(self.draft_file(file))


def draft_chunk(drafter: Drafter, files: Sequence[ArticleFile]) -> list[bytes]:
    """Encoded drafts of some files.

    Parsing makes many values that live until the article is done and none in cycles; looking for
    cycles meanwhile took a third of the time on 417 pages of documentation.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        return [drafter.draft_encoded(file) for file in files]
    finally:
        if enabled:
            gc.enable()
