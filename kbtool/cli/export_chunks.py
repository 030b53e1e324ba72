"""``kbtool export chunks``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from kbtool.articles import Loaded, is_draft, is_restricted, show
from kbtool.cli.common import (
    Progress,
    config_option,
    find_project,
    load_project_articles,
    report_faults,
    report_skipped,
    resolve_today,
    say,
    today_option,
)
from kbtool.cli.export_target import name_target, target_options, write_export
from kbtool.cli.outputs import spare_inputs
from kbtool.export import (
    Chunk,
    ChunkOptions,
    Refusal,
    chunk_articles,
    count_frames,
    count_unread_images,
    find_refusals,
)
from kbtool.export.values import MAX_WORDS, MIN_WORDS
from kbtool.linter import RuleFault
from kbtool.model import Article
from kbtool.render import load_renderer
from kbtool.render.terminal import clean_path, count, one_line
from kbtool.runner.choices import Choices
from kbtool.runner.drafting import Drafter
from kbtool.runner.presets import PRESETS
from kbtool.runner.request import Request
from kbtool.runner.running import run_lint

_SHOWN = 5  # errors of an article


class Sorted(Struct, frozen=True):
    """All articles, by what becomes of them."""

    loaded: Loaded
    published: tuple[Article, ...]
    drafts: int
    refusals: tuple[Refusal, ...]  # of published articles
    faults: tuple[RuleFault, ...]


@click.command("chunks")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@target_options
@click.option(
    "--max-words",
    default=MAX_WORDS,
    show_default=True,
    type=click.IntRange(20),
    help="Cut longer sections at paragraphs (300 words: about 400 tokens; many bots read 512).",
)
@click.option(
    "--min-words",
    default=MIN_WORDS,
    show_default=True,
    type=click.IntRange(0),
    help="Join shorter sections with a neighbour.",
)
@click.option(
    "--headings-in-text",
    is_flag=True,
    help="Begin each text with title and headings, for bots that read nothing else.",
)
@click.option("--include-blocked", is_flag=True, help="Write articles that are blocked as well.")
@click.option(
    "--preset",
    type=click.Choice(list(PRESETS)),
    default="bot",
    show_default=True,
    help="Set of rules whose errors keep an article back.",
)
@today_option
@config_option
def chunks(paths: tuple[Path, ...], target: Path | None, **settings: Any) -> int:
    """Write the passages that a bot should know: JSON Lines, one passage a line.

    PATHS are files or folders of articles, or a folder with a kbtool.toml; without them the
    articles that kbtool.toml names. Articles that would mislead a bot are kept back and
    listed, drafts are left out. Exit code: 0 done, 1 articles were kept back, 2 something could
    not be read, 3 a rule failed.
    """
    found = _sort_articles(paths, settings)
    spare_inputs(target, [*map(str, paths), *(article.path for article in found.published)])
    included = settings["include_blocked"]
    refused = set() if included else {refusal.path for refusal in found.refusals}
    articles = [article for article in found.published if article.path not in refused]
    made = list(
        chunk_articles(articles, ChunkOptions(settings["max_words"], settings["min_words"]))
    )
    render = load_renderer("chunks", "jsonl")
    write_export(render(made, headings_in_text=settings["headings_in_text"]), target)
    report_skipped(found.loaded.skipped)
    report_faults(found.faults)
    _report_refusals(found.refusals, included=included)
    _warn_of_restricted(articles)
    if not settings["quiet"]:
        _summarise(made, articles, found.drafts, target)
    if any(not fault.stopped for fault in found.faults):
        return 3
    if found.faults or not found.loaded.articles:
        return 2
    return 2 if any(skip.fault for skip in found.loaded.skipped) else int(bool(refused))


def _sort_articles(paths: Sequence[Path], settings: dict[str, Any]) -> Sorted:
    """Read and check all articles."""
    progress = Progress(settings["quiet"])
    project, rest = find_project(paths, settings["config_path"])
    day = resolve_today(settings["today"], project)
    root = show(project.root) if project.path else ""
    drafter = Drafter(project, Choices(preset=settings["preset"]), day, root)
    report = run_lint(Request(drafter, tuple(rest)), progress=progress.show)
    loaded = load_project_articles(
        project, rest, progress=lambda *at: progress.show("reading articles", *at)
    )
    progress.clear()
    published = tuple(article for article in loaded.articles if not is_draft(article))
    known = {article.path for article in published}
    refusals = find_refusals(report.findings, report.suppressed)
    return Sorted(
        loaded,
        published,
        len(loaded.articles) - len(published),
        tuple(refusal for refusal in refusals if refusal.path in known),
        report.faults,
    )


def _report_refusals(refusals: Sequence[Refusal], *, included: bool) -> None:
    """Say which articles block readiness, with each finding."""
    word = "not ready" if included else "kept back"
    for refusal in refusals:
        say(f"{word}: {clean_path(refusal.path)}")
        for finding in refusal.findings[:_SHOWN]:
            message = one_line(finding.message)
            rule = f"{finding.severity.label} {finding.code} {finding.rule}"
            say(f"  line {finding.line}: {rule}: {message}")
        if len(refusal.findings) > _SHOWN:
            say(f"  and {count(len(refusal.findings) - _SHOWN, 'further finding')}")
    if refusals and not included:
        number = count(len(refusals), "article")
        say(f"{number} kept back: mend what blocks them, or write all with --include-blocked")


def _warn_of_restricted(articles: Sequence[Article]) -> None:
    """Say which of the articles written are not meant for everybody who may ask a bot."""
    paths = [clean_path(article.path) for article in articles if is_restricted(article)]
    if paths:
        shown = ", ".join(paths[:_SHOWN]) + (", …" if len(paths) > _SHOWN else "")
        number = count(len(paths), "article")
        say(f"warning: {number} not meant for everybody (`visibility`), written as well: {shown}")


def _summarise(
    made: Sequence[Chunk], articles: Sequence[Article], drafts: int, target: Path | None
) -> None:
    texts = {chunk.article for chunk in made}
    empty = sum(article.id not in texts for article in articles)
    images = sum(map(count_unread_images, articles))
    frames = sum(map(count_frames, articles))
    tails = (
        (drafts, f"{count(drafts, 'draft')} left out"),
        (empty, f"{count(empty, 'article')} without text"),
        (images, f"not read: {count(images, 'image')} without alternative text"),
        (
            frames,
            f"not read: {count(frames, 'embedded video or page', 'embedded videos or pages')}",
        ),
    )
    tail = "".join(f"; {text}" for number, text in tails if number)
    written = len(articles) - empty
    place = name_target(target)
    say(f"Wrote {count(len(made), 'passage')} of {count(written, 'article')}{place}{tail}.")
