"""``kbtool init``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import click

from kbtool.articles import HTML, MARKDOWN, show, walk_files
from kbtool.atomic import write_whole
from kbtool.config.tables import PresetName
from kbtool.errors import InputError, UsageError
from kbtool.questions import Columns, Limits
from kbtool.questions.files import QuestionFile
from kbtool.questions.readers import find_reader
from kbtool.questions.rows import Row
from kbtool.render.terminal import count

_TEMPLATE = """\
# Settings of kbtool. Lines that begin with # are explanation, or settings that are switched off:
# take the # away to use them. Paths start from this file's folder.

# Folders (or files) that hold your articles, in Markdown or HTML.
articles = [{articles}]

# Files that hold questions your customers asked: CSV or JSON Lines.
{others}questions = [{questions}]

# Files to leave out, as in .gitignore.
# exclude = ["drafts/", "*.tmp.md"]

# Language of articles whose front matter does not name one.
# locale = "en"

[lint]
# Set of rules to start from: minimal (what is wrong beyond doubt, for a help centre that was never
# linted), default, strict (every rule) or bot (what decides whether a bot can quote an article).
{preset}

# Rules to leave out or to add: codes or names, as `kbtool rule` lists them.
# ignore = ["passive-voice"]
# extend-select = ["past-date"]

# From which severity on `kbtool lint` ends with exit code 1: error, warning, info or never.
# fail-on = "error"

# Severity of single rules.
# severity = {{ passive-voice = "warning" }}

# Options of single rules; `kbtool rule sentence-too-long` shows what each one knows.
# [lint.rules.sentence-too-long]
# warn-above = 28

[gaps]
# How many people must ask before a group is called a gap.
# min-askers = 3

[privacy]
# Put placeholders such as <email> in place of personal data in questions.
# mask = true

# How many people must have asked in a group before its questions are quoted.
# min-askers = 3

[test]
# Share of question tests (kbtool-tests.yaml) that must pass.
# min-pass-rate = 1.0

[report]
# output = "kbtool-report.html"

[history]
# Each report is recorded, so that the next one can say what changed; "" records none.
# What you decide about gaps stands in kbtool-gaps.toml, beside this file.
# file = ".kbtool/history.sqlite3"
"""

# Markdown that tells about a folder, rather than helping customers.
_ABOUT = frozenset({"README", "CHANGELOG", "LICENSE", "LICENCE", "CONTRIBUTING"})
_TABLES = (".csv", ".tsv")


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--preset", type=click.Choice(get_args(PresetName)), help="Set of rules to start from."
)
@click.option("--force", is_flag=True, help="Replace a kbtool.toml that is there already.")
def command(folder: Path, preset: str | None, force: bool) -> None:
    """Write a commented kbtool.toml into FOLDER (default: here).

    Articles and questions that lie there are filled in.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", remedy="Create it first")
    target = folder / "kbtool.toml"
    places, number = _articles(folder)
    logs, others = _question_files(folder)
    note = f"# Left out, as no questions are found in them: {_quote(others)}\n" if others else ""
    text = _TEMPLATE.format(
        articles=_quote(places),
        questions=_quote(logs),
        others=note,
        preset=f'preset = "{preset}"' if preset else '# preset = "default"',
    )
    try:
        if target.exists() and not force:
            remedy = "Use --force to replace it"
            raise UsageError(f"{show(target)} is there already", remedy=remedy)
        write_whole(target, text.encode())
    except OSError as error:
        raise UsageError(f"{show(target)} cannot be written: {error.strerror}") from error
    found = f"{count(number, 'article')} in {_quote(places, bare=True)}"
    found += f", questions in {_quote(logs, bare=True)}" if logs else ", no questions"
    click.echo(f"Wrote {show(target)}: {found}.")
    click.echo(f"Next: kbtool lint{', kbtool gaps or kbtool report' if logs else ''}.")


def _articles(folder: Path) -> tuple[list[str], int]:
    """Folders directly below that hold articles at any depth, and how many articles.

    It is the folder itself if an article lies in it or none does anywhere. Markdown tells where
    they lie, as pages of a site that was built are HTML; in its folders HTML counts as well.
    """
    files = [
        Path(place).relative_to(folder)
        for place in walk_files(folder)
        if place.lower().endswith(MARKDOWN + HTML)
    ]
    articles = [
        file
        for file in files
        if file.name.lower().endswith(MARKDOWN) and file.name.split(".")[0].upper() not in _ABOUT
    ]
    if any(len(file.parts) == 1 for file in articles):
        return ["."], len(files)
    places = {file.parts[0] for file in articles if _is_text(file.parts[0])}
    if not places:
        return ["."], len(files)
    return sorted(places), sum(file.parts[0] in places for file in files)


def _question_files(folder: Path) -> tuple[list[str], list[str]]:
    """Files that can be read as questions, and others with the same endings."""
    endings = (*_TABLES, ".jsonl", ".ndjson")
    files = [
        child
        for child in sorted(folder.iterdir())
        if child.is_file() and child.suffix.lower() in endings and _is_text(child.name)
    ]
    logs = [file.name for file in files if _holds_questions(file)]
    return logs, [file.name for file in files if file.name not in logs]


def _holds_questions(path: Path) -> bool:
    """Whether the header of a table, or the first object of JSON Lines, has a known text."""
    try:
        first = next(find_reader(path).read(QuestionFile(path, Columns(), Limits())), None)
        if path.suffix.lower() in _TABLES:  # whose header was accepted, if there is one
            return first is not None or path.stat().st_size > 0
    except (InputError, OSError):
        return False
    return isinstance(first, Row)


def _is_text(name: str) -> bool:
    """Whether a name can stand in a file of UTF-8 text: names are bytes on some systems."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _quote(names: list[str], *, bare: bool = False) -> str:
    """Names between commas, as TOML; ``bare`` leaves out quotation marks, for reading."""
    # A JSON string is a TOML string too, but for one character that TOML wants escaped.
    quoted = [json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f") for name in names]
    return ", ".join(name[1:-1] if bare else name for name in quoted)
