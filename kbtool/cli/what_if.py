"""``kbtool gaps --what-if``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from kbtool.articles import load_articles
from kbtool.cli.asking import Asked, find_means
from kbtool.cli.common import Progress, report_skipped
from kbtool.errors import InputError, UsageError
from kbtool.model import Article, WhatIf
from kbtool.render import FORMATS
from kbtool.rules.frs.frs005_placeholder import RULE as PLACEHOLDER
from kbtool.runner.options import find_options


def check_format(name: str) -> None:
    """Raises UsageError for a format that has no place for it."""
    if name not in FORMATS["what-if"]:
        known = " or ".join(sorted(FORMATS["what-if"]))
        raise UsageError(f"--what-if cannot be written as {name}", remedy=f"Use {known}")


def read_drafts(paths: Sequence[Path], asked: Asked) -> tuple[Article, ...]:
    """Articles of draft files or folders, each once. Raises InputError where one holds none."""
    config = asked.inputs.project.config
    drafts: dict[tuple[str, str], Article] = {}
    for path in paths:
        loaded = load_articles(
            [path], locale=config.locale, max_bytes=config.max_file_bytes, drafts=True
        )
        if not loaded.articles:
            report_skipped(loaded.skipped)
            raise InputError("no article in it", path=str(path), remedy="Name a draft as a file")
        for article in loaded.articles:
            drafts.setdefault(_find_place(article), article)
    return tuple(drafts.values())


def _find_place(article: Article) -> tuple[str, str]:
    """The same for an article by whatever path it is read: where its file lies, and where in it."""
    file, _, record = article.path.partition("#")  # of an export
    return os.path.realpath(file), record


def try_out(
    drafts: Sequence[Article], asked: Asked, settings: Mapping[str, Any], progress: Progress
) -> WhatIf:
    """What the drafts would change."""
    from kbtool.matching import try_drafts  # noqa: PLC0415 - scikit-learn takes a second to load

    progress.show("trying drafts", 0)
    inputs = asked.inputs
    options = find_options(inputs.project, PLACEHOLDER, (*inputs.kb.articles, *drafts))
    kb = replace(inputs.kb, placeholders=options)
    found = try_drafts(
        asked.report, asked.survey, kb, drafts, inputs.options, find_means(inputs, settings)
    )
    progress.clear()
    return found
