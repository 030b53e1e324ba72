"""``kbtool readability``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from kbtool.cli.common import (
    Progress,
    config_option,
    echo_document,
    find_project,
    load_project_articles,
    report_skipped,
)
from kbtool.model import Article, Block
from kbtool.parse.words import find_words
from kbtool.readability import MEASURES, Readability, measure, versions
from kbtool.render.lint.readability_table import render

SCHEMA = "kbtool.readability/1"


@click.command("readability")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--sections", is_flag=True, help="Measure each section on its own as well.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    help="Output.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print no progress.")
@config_option
def command(
    paths: tuple[Path, ...],
    sections: bool,
    format_name: str,
    quiet: bool,
    config_path: Path | None,
) -> int:
    """Measure how hard articles are to read, with the measures of textstat.

    Headings, code and addresses are left out; a list item of four words or more counts as a
    sentence. Formulas differ by several grades: compare articles, not formulas.
    """
    project, rest = find_project(paths, config_path)
    loaded = load_project_articles(project, rest)
    progress = Progress(quiet)
    rows: list[tuple[str, str, Readability]] = []
    for done, article in enumerate(loaded.articles, 1):
        rows += _measure(article, sections)
        progress.show("measuring", done, len(loaded.articles))
    progress.clear()
    if format_name == "json":
        text = json.dumps(_document(rows), ensure_ascii=False, indent=2, allow_nan=False)
        echo_document(f"{text}\n")
    else:
        click.echo(render(rows, MEASURES), nl=False)
    report_skipped(loaded.skipped)
    return 2 if any(skip.fault for skip in loaded.skipped) or not loaded.articles else 0


def _measure(article: Article, sections: bool) -> Iterator[tuple[str, str, Readability]]:
    """Path, section ("" for all of it) and measures."""
    yield article.path, "", measure(sentences(article.blocks), article.locale)
    for section in article.sections if sections else ():
        if section.blocks:
            name = " > ".join(section.path) or "(opening)"
            yield article.path, name, measure(sentences(section.blocks), article.locale)


def sentences(blocks: Sequence[Block]) -> list[list[str]]:
    """Words of each sentence that counts for readability."""
    found = []
    for block in blocks:
        if block.kind in ("heading", "cell"):
            continue
        for sentence, text in block.sentence_texts():
            if block.kind == "paragraph" or sentence.words >= _SHORTEST_ITEM:
                found.append([text[start:end] for start, end in find_words(text)])
    return [words for words in found if words]


_SHORTEST_ITEM = 4  # words; shorter items are labels, not sentences


def _document(rows: Sequence[tuple[str, str, Readability]]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "versions": versions(),
        "texts": [
            {
                "path": path,
                "section": section or None,
                "scores": {name: round(score, 2) for name, score in result.scores.items()},
                "not_measured": result.reason or None,
            }
            for path, section, result in rows
        ],
    }
