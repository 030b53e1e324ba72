"""Files of question tests -> cases, with every mistake by file and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from kbtool.articles import show
from kbtool.errors import InputError
from kbtool.parse.yaml_tree import Listing, Scalar, Table, Tree, read_tree
from kbtool.questiontests.values import Case, Kind

FILE_NAME = "kbtool-tests.yaml"
_ENDINGS = (".yaml", ".yml")
_LONGEST = 2_000  # characters of a question
_MOST_PLACES = 10
_TOP = ("tests", "handoff", "must_not_answer", "within", "answered")
_ENTRY = (
    "article", "passage", "within", "answered", "asks", "must_not_answer", "handoff", "seeded",
)  # fmt: skip
_FLAGS = {
    "seeded": "Take the line out once read",
    "answered": "Write `true` where a bot must answer by itself, or take the line out",
}
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}


class Suite(Struct, frozen=True):
    """Everything that the files hold."""

    cases: tuple[Case, ...]
    problems: tuple[InputError, ...]  # in order of files and lines
    paths: tuple[str, ...]  # of the files, as shown


class _Demand(NamedTuple):
    """What must come of questions of an article."""

    within: int
    answered: bool


def find_files(places: Sequence[Path]) -> tuple[Path, ...]:
    """Files at these places, and the YAML files in those that are folders, each once."""
    found: dict[Path, None] = {}
    for place in places:
        inside = sorted(path for path in place.rglob("*") if path.suffix in _ENDINGS)
        found.update(dict.fromkeys(inside if place.is_dir() else [place]))
    return tuple(found)


def read_text(text: str, path: str) -> Suite:
    """Cases of the text of one file, which goes by ``path``."""
    problems: list[InputError] = []
    cases: list[Case] = []
    _read_into(text, path, cases, problems)
    problems += _find_clashes(cases)
    return Suite(tuple(cases), tuple(problems), (path,))


def read_suite(files: Sequence[Path]) -> Suite:
    """Cases of all files; a file with a mistake gives those that can be read."""
    problems: list[InputError] = []
    cases: list[Case] = []
    for file in files:
        try:
            text = load_text(file)
        except InputError as error:
            problems.append(error)
        else:
            _read_into(text, show(file), cases, problems)
    problems += _find_clashes(cases)
    return Suite(tuple(cases), tuple(problems), tuple(map(show, files)))


def _read_into(text: str, path: str, cases: list[Case], problems: list[InputError]) -> None:
    try:
        cases += _Reader(path, problems).read(text)
    except InputError as error:
        problems.append(error)


def load_text(file: Path) -> str:
    """Text of a file. Raises InputError."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise InputError(message, path=show(file)) from error
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8 text", path=show(file), remedy="Save it as UTF-8") from error


class _Reader:
    """Reads one file; mistakes are collected."""

    def __init__(self, path: str, problems: list[InputError]) -> None:
        self._path, self._problems = path, problems

    def read(self, text: str) -> Iterator[Case]:
        tree = read_tree(text, self._path)
        if tree is None:
            return
        if isinstance(tree, Scalar | Listing):
            self._blame(tree, "must hold keys", f"Begin with one of {_words(_TOP)}")
            return
        top = self._entries(tree, _TOP)
        default = _Demand(
            self._places(top.get("within"), 1), self._flag(top.get("answered"), "answered")
        )
        for kind in (Kind.HANDOFF, Kind.MUST_NOT_ANSWER):
            for question in self._questions(top.get(kind.value), kind.value):
                yield self._case(kind, question)
        tests = top.get("tests")
        for entry in self._items(tests, "tests"):
            if isinstance(entry, Table):
                yield from self._entry(entry, default)
            else:
                self._blame(entry, "a test must hold keys", "Begin it with `- article: ID`")

    def _entry(self, entry: Table, default: _Demand) -> Iterator[Case]:
        known = self._entries(entry, _ENTRY)
        article = self._text(known.get("article"), "article")
        kinds = [kind for kind in Kind if kind.value in known]
        if not kinds:
            self._blame(entry, "the test asks nothing", f"Add {_words([k.value for k in Kind])}")
        if not article and Kind.ASKS in kinds:
            self._blame(entry, "`asks` needs an `article`", "Add `article: ID`")
            return
        demand = self._demand(known, default)
        base = Case(
            Kind.ASKS,
            "",
            article=article,
            passage=self._headings(known.get("passage")),
            within=demand.within,
            answered=demand.answered,
            seeded=self._flag(known.get("seeded"), "seeded"),
        )
        for kind in kinds:
            for question in self._questions(known[kind.value], kind.value):
                yield self._case(kind, question, base)

    def _demand(self, known: dict[str, Tree], default: _Demand) -> _Demand:
        """What an entry demands of its questions; what it says itself counts before the rest."""
        within = self._places(known.get("within"), default.within)
        answered = self._flag(known.get("answered"), "answered", default=default.answered)
        if answered and within > 1:
            if "within" in known and "answered" in known:
                remedy = "A bot answers with the first article: take one of the two out"
                self._blame(known["within"], "`within` and `answered` contradict", remedy)
            # The key that stands in the test itself is meant; of two at the top, the stricter.
            return _Demand(within, False) if "within" in known else _Demand(1, True)
        return _Demand(within, answered)

    def _case(self, kind: Kind, question: Scalar, base: Case | None = None) -> Case:
        text = " ".join(question.text.split())
        base = base or Case(kind, text)
        asks = kind is Kind.ASKS
        return Case(
            kind,
            text,
            article="" if kind is Kind.HANDOFF else base.article,
            passage=base.passage if asks else (),
            within=base.within if asks else 1,
            answered=base.answered and asks,
            path=self._path,
            line=question.line,
            seeded=base.seeded,
        )

    def _entries(self, table: Table, known: Sequence[str]) -> dict[str, Tree]:
        for key, _ in table.entries:
            if key.text not in known:
                near = get_close_matches(key.text.replace("-", "_"), known, 1)
                remedy = f"Did you mean `{near[0]}`?" if near else f"Known: {_words(known)}"
                self._blame(key, f"unknown key `{key.text}`", remedy)
        return {key.text: value for key, value in table.entries if key.text in known}

    def _questions(self, tree: Tree | None, key: str) -> Iterator[Scalar]:
        quotes = "Put quotes around a question that holds `: ` or ` #`"
        for item in self._items(tree, key):
            if not isinstance(item, Scalar):
                self._blame(item, f"each question of `{key}` must be a text", quotes)
            elif not any(sign.isalnum() for sign in item.text):
                self._blame(item, f"a question of `{key}` holds no word", quotes)
            elif len(item.text) > _LONGEST:
                self._blame(item, f"a question is longer than {_LONGEST:,} characters", "Cut it")
            else:
                yield item

    def _items(self, tree: Tree | None, key: str) -> tuple[Tree, ...]:
        if isinstance(tree, Listing):
            return tree.items
        if tree is not None and not (isinstance(tree, Scalar) and not tree.text):
            self._blame(tree, f"`{key}` must be a list", "Begin each line of it with `- `")
        return ()

    def _headings(self, tree: Tree | None) -> tuple[str, ...]:
        items = (tree,) if isinstance(tree, Scalar) else self._items(tree, "passage")
        texts = tuple(self._text(item, "passage") for item in items)
        if tree is not None and not any(texts):
            self._blame(tree, "`passage` names no heading", "Name one or leave it out")
        return tuple(text for text in texts if text)

    def _text(self, tree: Tree | None, key: str) -> str:
        if isinstance(tree, Listing | Table):
            self._blame(tree, f"`{key}` must be a text", "Put quotes around it")
            return ""
        return " ".join(tree.text.split()) if tree else ""

    def _places(self, tree: Tree | None, default: int) -> int:
        text = self._text(tree, "within")
        if tree is None:
            return default
        if text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= _MOST_PLACES:
            return int(text)
        self._blame(tree, f"`within` must be a number from 1 to {_MOST_PLACES}", "Write 1 or 3")
        return default

    def _flag(self, tree: Tree | None, key: str, *, default: bool = False) -> bool:
        if tree is None:
            return default
        value = _BOOLEANS.get(self._text(tree, key).lower())
        if value is None:
            self._blame(tree, f"`{key}` must be true or false", _FLAGS[key])
        return bool(value)

    def _blame(self, tree: Tree, message: str, remedy: str) -> None:
        error = InputError(message, path=self._path, line=tree.line, remedy=remedy)
        self._problems.append(error)


def _find_clashes(cases: Sequence[Case]) -> Iterator[InputError]:
    """Tests that stand twice, and those of one question that cannot both pass."""
    first: dict[tuple[str, Kind, str], Case] = {}
    asked: dict[str, Case] = {}
    for case in cases:
        twin = first.setdefault(case.key, case)
        if twin is not case:
            yield _clash(case, twin, "stands twice", "Take one out")
        elif case.kind is Kind.ASKS:
            rival = asked.setdefault(case.question, case)
            if rival is not case and rival.within == case.within == 1:
                remedy = "Only one article can come first: set `within: 3`"
                yield _clash(case, rival, "is asked of two articles", remedy)


def _clash(case: Case, other: Case, what: str, remedy: str) -> InputError:
    where = f"line {other.line}" if other.path == case.path else f"{other.path}:{other.line}"
    message = f"the question “{case.question}” {what}, first in {where}"
    return InputError(message, path=case.path, line=case.line, remedy=remedy)


def _words(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
