"""What ``kbtool.toml`` may say: every setting once, with its default and its description."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

FailOn = Literal["error", "warning", "info", "never"]
PresetName = Literal["minimal", "default", "strict", "bot"]
SeverityWord = Literal["error", "warning", "info"]


class Table(msgspec.Struct, frozen=True, rename="kebab", kw_only=True):
    """A table of the file."""


class RuleChoice(Table, frozen=True):
    """Which rules run, and how: what ``[lint]`` and ``[[overrides]]`` have in common."""

    select: Annotated[
        list[str] | None,
        Meta(description="run only these rules: codes, names, families, starts of codes, or ALL"),
    ] = None
    extend_select: Annotated[
        list[str],
        Meta(description="run these rules too"),
    ] = msgspec.field(default_factory=list)
    ignore: Annotated[
        list[str],
        Meta(description="never run these rules"),
    ] = msgspec.field(default_factory=list)
    severity: Annotated[
        dict[str, SeverityWord],
        Meta(description='severity of single rules, for example `passive-voice = "warning"`'),
    ] = msgspec.field(default_factory=dict)
    rules: Annotated[
        dict[str, dict[str, Any]],
        Meta(description="options of single rules; `kbtool rule NAME` shows them"),
    ] = msgspec.field(default_factory=dict)


class LintTable(RuleChoice, frozen=True):
    """``[lint]``."""

    preset: Annotated[
        PresetName,
        Meta(description="set of rules to start from, unless `select` names them"),
    ] = "default"
    fail_on: Annotated[
        FailOn,
        Meta(description="the lowest severity that ends `kbtool lint` with exit code 1"),
    ] = "error"


class Override(RuleChoice, frozen=True):
    """One of ``[[overrides]]``: other rules for some articles; of several the last one wins."""

    files: Annotated[
        list[str],
        Meta(description="patterns of files, as in .gitignore, from this file's folder"),
    ] = msgspec.field(default_factory=list)
    articles: Annotated[
        list[str],
        Meta(description="ids of articles"),
    ] = msgspec.field(default_factory=list)


class ReleaseTable(Table, frozen=True):
    """One of ``[report] releases``."""

    day: Annotated[date, Meta(description="day of the change")] = msgspec.field(name="date")
    name: Annotated[str, Meta(description="what changed: a version, a new price list")]


class ReportTable(Table, frozen=True):
    """``[report]``."""

    title: Annotated[
        str,
        Meta(description='name of the help centre above a report; "": the name of its folder'),
    ] = ""
    output: Annotated[
        str,
        Meta(description="file that `kbtool report` writes, from the folder you stand in"),
    ] = "kbtool-report.html"
    releases: Annotated[
        list[ReleaseTable],
        Meta(description="days on which your product changed, marked where the page shows time"),
    ] = msgspec.field(default_factory=list)


class HistoryTable(Table, frozen=True):
    """``[history]``."""

    file: Annotated[
        str,
        Meta(
            description="file that runs of `kbtool report` are recorded in, from this file's"
            ' folder; "" records none'
        ),
    ] = ".kbtool/history.sqlite3"


class ReadingTable(Table, frozen=True):
    """``[reading]``."""

    other_languages: Annotated[
        Literal["leave-out", "keep"],
        Meta(description="what to do with questions in languages that no article is written in"),
    ] = "leave-out"
    encoding: Annotated[
        str,
        Meta(description="encoding of the questions, such as `shift-jis`; without it, found out"),
    ] = ""


class PrivacyTable(Table, frozen=True):
    """``[privacy]``."""

    mask: Annotated[
        bool,
        Meta(description="put placeholders such as <email> in place of personal data in questions"),
    ] = True
    # Of two people who asked the same, each can tell what the other wrote.
    min_askers: Annotated[
        int,
        Meta(ge=1, le=1_000_000, description="people who must have asked before a group is quoted"),
    ] = 3


Share = Annotated[float, Meta(ge=0.0, le=1.0)]


class DeflectableTable(Table, frozen=True):
    """``[costs.deflectable]``: share of people who would not write if they found an answer.

    What is left out is a default; kbtool then counts with half and with one and a half times it.
    """

    quick: Annotated[Share | None, Meta(description="of those who need a short fact")] = None
    article: Annotated[
        Share | None, Meta(description="of those who need steps or an explanation")
    ] = None
    account: Annotated[
        Share | None, Meta(description="of those whose account somebody must look at")
    ] = None
    action: Annotated[
        Share | None, Meta(description="of those who ask that something is done for them")
    ] = None
    person: Annotated[
        Share | None, Meta(description="of those who are upset or ask for a person")
    ] = None
    product: Annotated[
        Share | None, Meta(description="of those who report a fault or miss a feature")
    ] = None


class CostsTable(Table, frozen=True):
    """``[costs]``."""

    per_contact: Annotated[
        float,
        Meta(ge=0.0, description="what a contact with a person costs you"),
    ] = 8.01
    self_service: Annotated[
        float,
        Meta(ge=0.0, description="what it costs you when people find the answer themselves"),
    ] = 0.10
    currency: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=5,
            description="sign or code before amounts, once `per-contact` is your own",
        ),
    ] = "$"
    deflectable: DeflectableTable = DeflectableTable()


class QuestionTestTable(Table, frozen=True):
    """``[test]``."""

    files: Annotated[
        list[str],
        Meta(
            description="files and folders of question tests, from this file's folder; without"
            " them `kbtool-tests.yaml`"
        ),
    ] = msgspec.field(default_factory=list)
    baseline: Annotated[
        str,
        Meta(description="file that `kbtool test --write-baseline` writes and later runs read"),
    ] = "kbtool-tests-baseline.json"
    min_pass_rate: Annotated[
        float,
        Meta(ge=0.0, le=1.0, description="share of question tests that must pass"),
    ] = 1.0


class Config(Table, frozen=True):
    """The whole file."""

    extend: Annotated[
        list[str],
        Meta(
            description="configurations to start from: paths from this file's folder, or"
            " `package:file.toml` for one in an installed package"
        ),
    ] = msgspec.field(default_factory=list)
    plugins: Annotated[
        list[str],
        Meta(description="plugins to load: names of entry points of installed packages"),
    ] = msgspec.field(default_factory=list)

    articles: Annotated[
        list[str],
        Meta(description="folders and files that hold articles, from this file's folder"),
    ] = msgspec.field(default_factory=list)
    questions: Annotated[
        list[str],
        Meta(description="files that hold logged questions, from this file's folder"),
    ] = msgspec.field(default_factory=list)
    exclude: Annotated[
        list[str],
        Meta(description="patterns of files to leave out, as in .gitignore"),
    ] = msgspec.field(default_factory=list)
    locale: Annotated[
        str,
        Meta(description="language of articles that do not name theirs"),
    ] = "en"
    max_file_bytes: Annotated[
        int,
        Meta(ge=1, description="larger articles are not read"),
    ] = 5_000_000
    drafts: Annotated[
        bool,
        Meta(description="read drafts and archived articles of exports too"),
    ] = False
    today: Annotated[
        date | None,
        Meta(description="judge ages as of this day; for examples, whose dates stand still"),
    ] = None
    lint: LintTable = LintTable()
    overrides: Annotated[
        list[Override],
        Meta(description="other rules for some articles"),
    ] = msgspec.field(default_factory=list)
    rule: Annotated[
        list[dict[str, Any]],
        Meta(description="rules of your own; docs/own-rules.md shows how to write them"),
    ] = msgspec.field(default_factory=list)
    gaps: Annotated[
        dict[str, Any],
        Meta(description="options of `kbtool gaps`"),
    ] = msgspec.field(default_factory=dict)
    costs: CostsTable = CostsTable()
    reading: ReadingTable = ReadingTable()
    privacy: PrivacyTable = PrivacyTable()
    report: ReportTable = ReportTable()
    history: HistoryTable = HistoryTable()
    test: QuestionTestTable = QuestionTestTable()
