"""Seeds as a YAML file that people go on with, or as lines added to the one they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kbtool.errors import InputError
from kbtool.parse.yaml_tree import Listing, Table, read_tree
from kbtool.patterns import lazy_pattern
from kbtool.questiontests.reading import read_text
from kbtool.questiontests.seeding import Seed

# What needs no quotes in any reader of YAML, if it holds a space.
_PLAIN = lazy_pattern(r"[^\W\d_](?:[\w'’,.?!()/€£$%+-]| (?![#-])){0,300}[^\W_?!.)](?:[?!.)]{0,3})")
_ID = lazy_pattern(r"[A-Za-z][\w.-]{2,}")

_HEADER = """\
# Question tests, to be run by `kbtool test`. These were chosen by `kbtool test --seed`
# from {source}. Please read each one: is this the right article? Then take the line
# `seeded: true` out of its test. How a question was chosen stands behind it:
#   24 people, agents: of a group of questions that 24 people asked, agents answered most of
#     those they solved with this article.
#   24 people: no agent said so, but kbtool is sure that this article answers the group.
# All of them passed when they were written. `answered: true` stands where a bot answers these
# questions by itself, and must go on to; without it, the article has to come first and no more.
# Of each group the most typical question was taken, and others that differ from it. Questions of
# groups of fewer than {least} people are not here, and personal data is masked.
"""


def write_seeds(seeds: Sequence[Seed], source: str, least: int) -> str:
    """A whole file; ``source`` says what the seeds come from."""
    header = _HEADER.format(source=source, least=least)
    return "\n".join([header, "tests:", *_entries(seeds, "  ")]) + "\n"


def append_seeds(text: str, seeds: Sequence[Seed], path: str) -> str:
    """The text of a file with further tests behind those it has; nothing else of it changes.

    Raises InputError where the file is written in a way that has no place for them.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    while lines and not lines[-1].strip():
        lines.pop()
    at, indent = _find_place(text, path)
    if at is None:
        lines += ["", "tests:", *_entries(seeds, "  ")]
    else:
        lines[at:at] = list(_entries(seeds, indent))
    longer = end.join([*lines, ""])
    _check(text, longer, len(seeds), path)
    return longer


def _find_place(text: str, path: str) -> tuple[int | None, str]:
    """Number of lines before further tests, None for no list of tests, and how to indent them."""
    tree = read_tree(text, path)
    for key, value in tree.entries if isinstance(tree, Table) else ():
        if key.text == "tests" and isinstance(value, Listing):
            return value.end, " " * value.column
        if key.text == "tests":
            return key.line, "  "
    return None, ""


def _check(before: str, after: str, new: int, path: str) -> None:
    """Raise InputError unless the tests that were there still are, and the new ones with them."""
    was, now = (read_text(text, path) for text in (before, after))
    kept = {case.key for case in was.cases} <= {case.key for case in now.cases}
    if now.problems or not kept or len(now.cases) != len(was.cases) + new:
        remedy = "Write each test on lines of its own, or name another file"
        raise InputError("has no place for further tests", path=path, remedy=remedy)


def _entries(seeds: Sequence[Seed], indent: str) -> Iterator[str]:
    for (article, answered), group in groupby(seeds, key=lambda s: (s.article, s.answered)):
        yield ""
        if article:
            yield f"{indent}- article: {article if _ID.fullmatch(article) else _quote(article)}"
            yield from [f"{indent}  answered: true"] if answered else []
            yield f"{indent}  seeded: true"
            yield f"{indent}  asks:"
        else:
            yield f"{indent}- seeded: true"
            yield f"{indent}  handoff:"
        for seed in group:
            shown = seed.question
            plain = _PLAIN.fullmatch(shown) and " " in shown
            yield f"{indent}    - {shown if plain else _quote(shown)} # {_note(seed)}"


def _note(seed: Seed) -> str:
    people = "1 person" if seed.people == 1 else f"{seed.people:,} people"
    return f"{people}, agents" if seed.links else people


def _quote(text: str) -> str:
    """A text between quotes, with everything escaped that YAML or an editor may trip over."""
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
