"""``kbtool import``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from kbtool.articles import ARCHIVED, DRAFT, EXPORT_BYTES, EXPORTS, read_bytes, show, walk_files
from kbtool.articles.collecting import File, beside
from kbtool.articles.importing.importing import Imported, Wishes, import_articles
from kbtool.articles.records import Desk
from kbtool.articles.vendors import load_desks
from kbtool.cli.common import Progress, config_option, find_project, report_skipped, say
from kbtool.errors import UsageError
from kbtool.render.terminal import clean_path, count

_NAMED = 20
"""Files named of each kind; of a thousand that are gone nobody reads the names."""


@click.command("import")
@click.argument("desk", metavar="HELP_DESK")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write the articles into.",
)
@click.option("--drafts", is_flag=True, help="Write drafts and archived articles too.")
@click.option("--overwrite", is_flag=True, help="Write over files that were changed here.")
@click.option("--keep-html", is_flag=True, help="Keep all HTML as it is, in .html files.")
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(desk: str, files: tuple[Path, ...], folder: Path, **settings: Any) -> int:
    """Write the articles of a help desk's export into a folder, one file each.

    HELP_DESK is zendesk, intercom, freshdesk, helpscout, or jsonl for records of any system. FILES
    are JSON as the help desk's interface gives it, in any number of pages, or folders of such
    files. Run it again with a newer export: a file that was changed here is left alone. Exit code:
    0 done, 2 something could not be read or written.
    """
    reader = _find_desk(desk)
    project, _ = find_project([], settings["config_path"])
    config = project.config
    exports = _find_exports(files)
    progress = Progress(settings["quiet"])
    done = import_articles(
        (File(show(path), read_bytes(path, EXPORT_BYTES)) for path in exports),
        folder,
        reader,
        Wishes(
            drafts=settings["drafts"] or config.drafts,
            overwrite=settings["overwrite"],
            keep_html=settings["keep_html"],
            max_bytes=config.max_file_bytes,
        ),
        lambda number, total: progress.show("converting articles", number, total),
    )
    progress.clear()
    _report(done, reader.title, folder, quiet=settings["quiet"])
    is_empty = not (done.written or done.unchanged or done.kept)
    return 2 if is_empty or any(skip.fault for skip in done.skipped) else 0


def _find_desk(name: str) -> Desk:
    """Help desk with a name. Raises UsageError where there is none."""
    desks = load_desks()
    if name not in desks:
        near = get_close_matches(name.lower(), desks, 1)
        hint = f"Did you mean `{near[0]}`? " if near else ""
        remedy = f"{hint}Help desks: {', '.join(desks)}"
        raise UsageError(f"no help desk is called `{name}`", remedy=remedy)
    return desks[name]


def _find_exports(paths: Sequence[Path]) -> list[Path]:
    """Files at the paths, and those beside them that name sections, folders and people."""
    found = [path for given in paths for path in _exports_at(given)]
    if not found:
        raise UsageError("no JSON files there", remedy=f"Exports end in {', '.join(EXPORTS)}")
    known = {path.resolve() for path in found}
    more = [path for path in beside(found) if path.resolve() not in known]
    for path in more:
        say(f"note: {clean_path(show(path))} is read too")
    return [*found, *more]


def _exports_at(path: Path) -> Iterator[Path]:
    for place in walk_files(path, on_link=_say_link):
        if not path.is_dir() or place.lower().endswith(EXPORTS):
            yield Path(place)


def _say_link(place: str) -> None:
    if place.lower().endswith(EXPORTS):
        say(f"skipped: {clean_path(show(place))}: a link that leads out of the folder")


def _report(done: Imported, title: str, folder: Path, *, quiet: bool) -> None:
    """Say what was done, and each thing that was not."""
    report_skipped([skip for skip in done.skipped if skip.fault or not quiet])
    if quiet:
        return
    _name([f"kept: {path}: {reason}" for path, reason in done.kept])
    _name([f"gone: {path}: no longer published in the export" for path in done.gone])
    for note in done.notes:
        hint = ". Name the file of sections too, or put it beside" if "section" in note else ""
        say(f"note: {note}{hint}")
    if done.absent:
        number = count(len(done.absent), "article")
        say(f"note: {number} imported before not in these files, not taken as gone: {done.doubt}")
    reasons = [skip.reason for skip in done.skipped]
    drafts = reasons.count(DRAFT)
    archived = reasons.count(ARCHIVED)
    skipped = len(reasons) - drafts - archived
    numbers = (
        (len(done.kept), f"{len(done.kept):,} kept as they are"),
        (len(done.gone), f"{len(done.gone):,} no longer in the export"),
        (drafts, f"{count(drafts, 'draft')} left out"),
        (archived, f"{archived:,} archived left out"),
        (skipped, f"{skipped:,} skipped"),
    )
    tail = "".join(f", {text}" for number, text in numbers if number)
    where = clean_path(show(folder))
    said = f"{len(done.written):,} written, {len(done.unchanged):,} unchanged{tail}"
    say(f"{title}: {count(len(done.written) + len(done.unchanged), 'article')} in {where}: {said}")
    if done.kept:
        say("To write over what was changed here, add --overwrite")


def _name(lines: Sequence[str]) -> None:
    for line in lines[:_NAMED]:
        say(line)
    if len(lines) > _NAMED:
        say(f"... and {len(lines) - _NAMED:,} more")
