"""``kbtool init``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kbtool.articles import MARKDOWN, show, walk_files
from kbtool.errors import UsageError

_TEMPLATE = """\
# Settings of kbtool. Lines that begin with # are explanation, or settings that are switched off:
# take the # away to use them. Paths start from this file's folder.

# Folders (or files) that hold your articles, in Markdown.
articles = [{articles}]

# Files that hold questions your customers asked: CSV or JSON Lines.
questions = [{questions}]

# Files to leave out, as in .gitignore.
# exclude = ["drafts/", "*.tmp.md"]

# Language of articles whose front matter does not name one.
# locale = "en"

[lint]
# Rules to leave out or to add: codes or names, as `kbtool rule` lists them.
# ignore = ["passive-voice"]
# extend-select = ["title-not-task"]

# From which severity on `kbtool lint` ends with exit code 1: error, warning, info or never.
# fail-on = "error"

# Severity of single rules.
# severity = {{ passive-voice = "warning" }}

# Options of single rules; `kbtool rule sentence-too-long` shows what each one knows.
# [lint.rules.sentence-too-long]
# warn-above = 28

[gaps]
# How many people must ask before a missing topic is called a gap.
# min-askers = 3

[report]
# output = "kbtool-report.html"
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--force", is_flag=True, help="Replace a kbtool.toml that is there already.")
def command(folder: Path, force: bool) -> None:
    """Write a commented kbtool.toml into FOLDER (default: here).

    Articles and questions that lie there are filled in.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", remedy="Create it first")
    target = folder / "kbtool.toml"
    text = _TEMPLATE.format(
        articles=_quote(_article_folders(folder)),
        questions=_quote(_question_files(folder)),
    )
    try:
        with target.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        remedy = "Use --force to replace it"
        raise UsageError(f"{show(target)} is there already", remedy=remedy) from error
    except OSError as error:
        raise UsageError(f"{show(target)} cannot be written: {error.strerror}") from error
    click.echo(f"Wrote {show(target)}. Next: kbtool lint, kbtool gaps or kbtool report.")


def _article_folders(folder: Path) -> list[str]:
    """Folders directly below that hold Markdown at any depth; the folder itself if none does."""
    files = (file.relative_to(folder) for file in walk_files(folder))
    found = {
        file.parts[0]
        for file in files
        if len(file.parts) > 1 and file.suffix.lower() in MARKDOWN and _is_text(file.parts[0])
    }
    return sorted(found) or ["."]


def _question_files(folder: Path) -> list[str]:
    endings = (".csv", ".tsv", ".jsonl", ".ndjson")
    names = (child.name for child in sorted(folder.iterdir()) if child.is_file())
    return [name for name in names if name.lower().endswith(endings) and _is_text(name)]


def _is_text(name: str) -> bool:
    """Whether a name can stand in a file of UTF-8 text: names are bytes on some systems."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _quote(names: list[str]) -> str:
    # A JSON string is a TOML string too, but for one character that TOML wants escaped.
    return ", ".join(json.dumps(name, ensure_ascii=False) for name in names).replace(
        "\x7f", "\\u007f"
    )
