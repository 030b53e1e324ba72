"""What `report` and `gaps` do with earlier runs: known ids, changes, a record of this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct, json
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked
from kbtool.cli.common import say
from kbtool.config import Project
from kbtool.config.tables import HistoryTable, QuestionTestTable, ReportTable
from kbtool.errors import InputError
from kbtool.health import Health, QuoteOptions, keep_common_words
from kbtool.history import (
    Circumstances,
    History,
    Record,
    Seen,
    compare_records,
    is_there,
    keep_ids,
    make_record,
    open_history,
    tell_changes,
    trace_flow,
)
from kbtool.model import Changes, Figures, Flow
from kbtool.render.terminal import count
from kbtool.render.versions import MATCHING, versions

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_FAULTS = (sqlite3.Error, OSError, InputError)


def history_option(command: CommandT) -> CommandT:
    """``--history``."""
    return click.option(
        "--history",
        "history_path",
        type=click.Path(path_type=Path, dir_okay=False),
        help="File of earlier runs (default: .kbtool/history.sqlite3 beside kbtool.toml).",
    )(command)


class Memory(Struct):
    """Earlier runs, as far as they can be read; faults are told and end nothing."""

    history: History | None = None
    place: str = ""  # as shown to users
    records: bool = True  # whether this run may be recorded

    def keep_ids(self, asked: Asked) -> Asked:
        """What was found, with groups under the ids that they had in earlier runs."""
        history = self.history
        if history is None:
            return asked
        with self._guard("cannot be read"):
            report = keep_ids(asked.report, asked.log, history.topics(), history.key)
            pairs = zip(report.clusters, asked.report.clusters, strict=True)
            own = {kept.id: fresh.id for kept, fresh in pairs if kept.id != fresh.id}
            return replace(asked, report=report, own=own)
        return asked

    def describe(
        self, asked: Asked, shown: Asked, settings: Mapping[str, Any], bands: Mapping[str, int]
    ) -> Record | None:
        """Record of this run; None where none can be kept."""
        if self.history is None:
            return None
        project = asked.inputs.project
        options = QuoteOptions(
            none=settings["no_quotes"] or asked.log.unmasked,
            min_askers=project.config.privacy.min_askers,
        )
        report = keep_common_words(asked.report, shown.report, asked.log, options)
        circumstances = Circumstances(
            dict(list_versions()), _tell_config(asked), bands, _tell_figures(asked)
        )
        record = make_record(Seen(asked.kb, report, asked.log), circumstances, self.history.key)
        topics = (replace(topic, own=asked.own.get(topic.id, "")) for topic in record.topics)
        return replace(record, topics=tuple(topics))

    def changes(self, record: Record | None) -> Changes | None:
        """What changed since the last run on other articles, questions or settings."""
        if self.history is None or record is None:
            return None
        with self._guard("cannot be read"):
            before = self.history.before(record)
            return tell_changes(compare_records(before, record)) if before else None
        return None

    def trace_flow(self, record: Record | None) -> Flow | None:
        """How gaps opened and closed up to this run; None where no runs are kept."""
        if self.history is None or record is None:
            return None
        with self._guard("cannot be read"):
            total = self.history.count() + 1
            flow = trace_flow(chain([record], self.history.latest()), total)
            # What was read and cannot be understood is no run that is merely not shown.
            return replace(flow, earlier=max(flow.earlier - self.history.unread, 0))
        return None

    def keep(self, record: Record | None) -> None:
        """Record this run."""
        if self.history is None or record is None or not self.records:
            return
        if self.history.read_only:
            say(f"warning: {self.place} is read-only: this run is not recorded")
            return
        with self._guard("this run is not recorded"):
            self.history.add(record)
            if self.history.uncopied:
                say(f"warning: {self.place}: no second copy: {self.history.uncopied}")

    def close(self) -> None:
        """Let go of the file."""
        if self.history:
            if self.history.unread:
                unread = count(self.history.unread, "run")
                say(f"warning: {self.place}: {unread} cannot be understood")
            self.history.close()

    @contextmanager
    def _guard(self, what: str) -> Iterator[None]:
        try:
            yield
        except _FAULTS as error:
            say(f"warning: {self.place}: {what}: {error}")


def find_history(project: Project, given: Path | None) -> Path | None:
    """File of earlier runs; None where there is to be none.

    Raises ConfigError, and InputError for one that a link leads out of the project.
    """
    entry = project.config.history.file
    if given or project.path is None or not entry:
        return given
    path = project.root / project.output_path(entry, "history", "file")
    if not path.resolve().is_relative_to(project.root.resolve()):
        remedy = "Name the place with --history if that is meant"
        raise InputError("a link leads out of the project", path=show(path), remedy=remedy)
    return path


def recall(project: Project, settings: Mapping[str, Any], *, begin: bool) -> Memory:
    """Earlier runs; a file is begun where there is none and this one is to be recorded."""
    records = not settings.get("no_history")
    path: Path | None = None
    try:
        path = find_history(project, settings["history_path"])
        if path is None or not ((begin and records) or is_there(path)):
            return Memory()
        opened = open_history(path)
    except _FAULTS as error:
        text = str(error) if isinstance(error, InputError) else f"{show(path or Path())}: {error}"
        say(f"warning: no history is kept: {text}")
        return Memory()
    if opened.rescued:
        say(f"warning: {opened.rescued}")
    return Memory(opened.history, show(path), records)


def recognise(asked: Asked, settings: Mapping[str, Any]) -> Asked:
    """What was found, with groups under the ids that they had in earlier runs."""
    memory = recall(asked.inputs.project, settings, begin=False)
    known = memory.keep_ids(asked)
    memory.close()
    return known


def list_versions() -> tuple[tuple[str, str], ...]:
    """Versions of everything that computes a number of the report."""
    return tuple(versions(MATCHING).items())


def _tell_figures(asked: Asked) -> Figures:
    """Figures of the first screen, all questions counted."""
    from kbtool.health.figures import tell_figures  # noqa: PLC0415 - `kbtool history` has no arrays

    costs = json.encode(asked.inputs.project.config.costs, order="sorted")
    health = Health((), (), asked.report, asked.log.questions)
    return tell_figures(health, sha256(costs).hexdigest()[:12])


def _tell_config(asked: Asked) -> str:
    """All settings that a figure may depend on.

    What was read is told by its content: next month's log in another file is no other setting.
    """
    config = asked.inputs.project.config
    config = replace(config, report=ReportTable(), history=HistoryTable(), test=QuestionTestTable())
    config = replace(config, articles=[], questions=[], today=None)
    taught = asked.inputs.solved.questions if asked.inputs.solved else ()
    return (
        json.encode(config, order="sorted", enc_hook=str).decode()
        + json.encode(asked.inputs.options, order="sorted", enc_hook=str).decode()
        + "\0".join(sorted(f"{question.id} {question.text}" for question in taught))
    )
