"""Options of `kbtool gaps` that say what was decided about a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.common import find_project, say
from kbtool.cli.remembering import recall
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.history import FILE_NAME, Topic, find_near, read_notes, write_note
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
    before = read_notes(path)
    note = before.get(chosen[0]) or Note(_check_known(chosen[0], project, settings))
    if dismissed:
        note = replace(note, status="dismissed", reason=reason.strip())
    elif reopened:
        note = replace(note, status="open", reason="")
    elif owner.strip():
        note = replace(note, status="planned", owner=owner.strip(), reason="")
    else:  # nobody's any more; a dismissed gap stays dismissed
        status = "open" if note.status == "planned" else note.status
        note = replace(note, status=status, owner="")
    write_note(path, note)
    click.echo(f"{note.id}: {note.status}. Written to {show(path)}.")
    return True


def load_notes(project: Project, report: GapReport) -> dict[str, Note]:
    """Decisions about gaps; says which are about none that is there."""
    if project.path is None:
        return {}
    notes = read_notes(_place(project))
    known = {cluster.id: cluster.label for cluster in report.clusters}
    for name in notes:
        if name not in known:
            near = find_near(name, known, 1)
            meant = f"; nearest: {near[0]}" if near else ""
            say(f"warning: {FILE_NAME}: {name} is no gap of this run; its decision is kept{meant}")
    return notes


def _place(project: Project) -> Path:
    if project.path is None:
        remedy = "`kbtool init` writes one"
        raise UsageError(
            "decisions are kept beside a kbtool.toml, and there is none", remedy=remedy
        )
    return project.root / FILE_NAME


def _check_known(name: str, project: Project, settings: Mapping[str, Any]) -> str:
    """The id, if a recorded run knows it or none is recorded. Raises UsageError."""
    memory = recall(project, settings, begin=False)
    topics = memory.history.topics() if memory.history else ()
    memory.close()
    if topics and name not in {topic.id for topic in topics}:
        raise UsageError(f"no recorded run knows a gap {name}", remedy=_suggest(name, topics))
    return name


def _suggest(name: str, topics: Sequence[Topic]) -> str:
    """What may be meant; gaps come before topics that an article answers."""
    labels = {
        topic.id: topic.label
        for topic in sorted(topics, key=lambda one: (not one.gap, -one.askers))
    }
    near = "; ".join(f"{key} “{labels[key]}”" for key in find_near(name, labels))
    return f"Nearest: {near}" if near else "`kbtool gaps` shows ids"
