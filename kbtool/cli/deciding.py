"""Options of `kbtool gaps` that say what was decided about a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked
from kbtool.cli.common import find_project, say
from kbtool.cli.remembering import recall
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.health import QuoteOptions, keep_common_words
from kbtool.history import (
    FILE_NAME,
    Known,
    Topic,
    describe,
    find_near,
    hold_decisions,
    match_ids,
    match_words,
    read_notes,
    write_note,
)
from kbtool.model import GapReport, Note

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def decision_options(command: CommandT) -> CommandT:
    """``--dismiss``, ``--assign``, ``--reopen`` and ``--reason``."""
    for name, metavar, about in (
        ("reason", "TEXT", "Why the gap is dismissed."),
        ("reopen", "ID", "Take a gap up again that was dismissed."),
        ("dismiss", "ID", "Never mind a gap: list it apart, for a --reason. No figure changes."),
    ):
        command = click.option(f"--{name}", default="", metavar=metavar, help=about)(command)
    return click.option(
        "--assign",
        nargs=2,
        default=("", ""),
        metavar="ID OWNER",
        help='Plan a gap for somebody; "" for nobody.',
    )(command)


def decide(paths: tuple[Path, ...], settings: Mapping[str, Any]) -> bool:
    """Write down what the options decide; whether they decide anything."""
    dismissed, reopened, reason = settings["dismiss"], settings["reopen"], settings["reason"]
    name, owner = settings["assign"]
    chosen = [one for one in (dismissed, reopened, name) if one]
    if not chosen and not reason and not owner:
        return False
    if len(chosen) != 1 or bool(reason.strip()) != bool(dismissed):
        remedy = "kbtool gaps --dismiss ID --reason TEXT, --assign ID OWNER or --reopen ID"
        raise UsageError("one decision at a time, and a reason for dismissals", remedy=remedy)
    project, _ = find_project(paths, settings["config_path"])
    path = _place(project)
    with hold_decisions(path):
        note = _change(_begin(chosen[0], read_notes(path), project, settings), settings)
        write_note(path, note)
    click.echo(f"{note.id}: {note.status}. Written to {show(path)}.")
    return True


def _change(note: Note, settings: Mapping[str, Any]) -> Note:
    """A decision as the options change it."""
    owner = settings["assign"][1].strip()
    if settings["dismiss"]:
        return replace(note, status="dismissed", reason=settings["reason"].strip())
    if settings["reopen"]:
        return replace(note, status="open", reason="")
    if owner:
        return replace(note, status="planned", owner=owner, reason="")
    # Nobody's any more; a dismissed gap stays dismissed.
    return replace(note, status="open" if note.status == "planned" else note.status, owner="")


def load_notes(whole: Asked, shown: Asked) -> dict[str, Note]:
    """Decisions by the ids that gaps have in this run; says which are about none that is there."""
    project = whole.inputs.project
    if project.path is None:
        return {}
    notes = read_notes(_place(project))
    groups = _list_groups(whole.report, whole.own)
    found = match_ids(notes, groups)
    if len(found) < len(notes):
        options = QuoteOptions(min_askers=project.config.privacy.min_askers)
        common = keep_common_words(whole.report, shown.report, whole.log, options)
        alike = match_words(notes, _list_groups(common, whole.own), found)
        for name, gap in alike.items():
            say(f"{FILE_NAME}: {name} is taken for the gap {gap} of this run, by its words")
        found |= alike
    labels = {cluster.id: cluster.label for cluster in shown.report.clusters}
    for name in notes:
        if name not in found:
            _say_unknown(name, labels)
    return {
        found.get(name, name): _rename(note, found.get(name, name)) for name, note in notes.items()
    }


def _rename(note: Note, name: str) -> Note:
    """The decision under another id; the one that it has in the file stays known."""
    return note if note.id == name else replace(note, id=name, aka=(*note.aka, note.id))


def _list_groups(report: GapReport, own: Mapping[str, str]) -> list[Known]:
    return [Known(c.id, own.get(c.id, c.id), c.label, c.words) for c in report.clusters]


def _say_unknown(name: str, labels: Mapping[str, str]) -> None:
    near = find_near(name, labels, 1)
    meant = f"; nearest: {near[0]}" if near else ""
    say(f"warning: {FILE_NAME}: {name} is no gap of this run; its decision is kept{meant}")


def _place(project: Project) -> Path:
    if project.path is None:
        remedy = "`kbtool init` writes one"
        raise UsageError(
            "decisions are kept beside a kbtool.toml, and there is none", remedy=remedy
        )
    return project.root / FILE_NAME


def _begin(
    name: str, notes: Mapping[str, Note], project: Project, settings: Mapping[str, Any]
) -> Note:
    """The decision about a gap so far, with what the gap is known by.

    Raises UsageError where runs are recorded and none knows the gap.
    """
    memory = recall(project, settings, begin=False)
    topics = memory.history.topics() if memory.history else ()
    memory.close()
    topic = next((topic for topic in topics if topic.id == name), None)
    note = notes.get(name) or _find_other(name, notes, topic)
    if topics and not topic and not note:
        raise UsageError(f"no recorded run knows a gap {name}", remedy=_suggest(name, topics))
    note = note or Note(name)
    if topic is None:
        return note
    quote = not settings["no_quotes"] and topic.askers >= project.config.privacy.min_askers
    return describe(note, topic, quote=quote)


def _find_other(name: str, notes: Mapping[str, Note], topic: Topic | None) -> Note | None:
    """The decision about the gap that was written under another id of it."""
    known = Known(name, name, "", ())
    if topic:
        known = Known(name, topic.own or name, topic.label, topic.words)
    found = match_ids(notes, [known])
    found = found or match_words(notes, [known], found)
    return next((notes[other] for other in found), None)


def _suggest(name: str, topics: Sequence[Topic]) -> str:
    """What may be meant; gaps come before topics that an article answers."""
    labels = {
        topic.id: topic.label
        for topic in sorted(topics, key=lambda one: (not one.gap, -one.askers))
    }
    near = "; ".join(f"{key} “{labels[key]}”" for key in find_near(name, labels))
    return f"Nearest: {near}" if near else "`kbtool gaps` shows ids"
