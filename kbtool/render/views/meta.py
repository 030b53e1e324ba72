"""What a report says about itself."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from kbtool.model import KnowledgeBase


class Release(Struct, frozen=True):
    """A day on which something changed for customers."""

    day: date
    name: str


class ReportMeta(Struct, frozen=True):
    """What a report says about itself."""

    title: str = "Help centre"  # name of the knowledge base
    made_on: date | None = None  # day that the report speaks of; never read from the clock here
    versions: tuple[tuple[str, str], ...] = ()  # program or library and its version
    sources: tuple[str, ...] = ()  # what was read: folders of articles, files of questions
    not_checked: tuple[str, ...] = ()  # sentences: what was left unchecked, and why
    settings: str = ""  # digest of the configuration: the same text means the same settings
    releases: tuple[Release, ...] = ()  # to mark where the report shows time
    kb: KnowledgeBase | None = None  # what articles say; None where only their health is known
    bare: bool = False  # no kbtool.toml: commands have to name articles and questions
