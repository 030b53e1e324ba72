"""Keeps what README and docs/ show true: ``python -m kbtool.docs --write`` or ``--check``.

Names of pages after it (``--write docs/gaps.md``) look at these alone.

Some blocks are generated. A fenced block after ``<!-- run: COMMAND -->`` holds what the
command prints (``# first N lines`` at the end of the comment cuts it); the text between
``<!-- rules -->`` and ``<!-- /rules -->`` is the table of all rules, that between
``<!-- question -->`` and ``<!-- /question -->`` the table of a question's keys.

Blocks of a page's story share one copy of the sample and happen in order:
``<!-- story: COMMAND -->`` holds a command with its output, ``<!-- story file: PATH -->`` is
written to a file there, and ``<!-- story more: PATH -->`` is added to one.
"""

from __future__ import annotations

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kbtool.model import Question
from kbtool.patterns import lazy_pattern
from kbtool.rules import all_rules

_LEFT_BEHIND = shutil.ignore_patterns(".kbtool", "kbtool-report.html")
ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

_RUN = lazy_pattern(
    r"(<!-- run: (.+?)(?: # first (\d+) lines)? -->\n```\w*\n)((?:(?!```).*\n)*)(```\n)",
)
_STORY = lazy_pattern(
    r"(<!-- story( file| more)?: (.+?)(?: # first (\d+) lines)? -->\n```\w*\n)"
    r"((?:(?!```).*\n)*)(```\n)",
)
_QUESTION = lazy_pattern(r"(<!-- question -->\n).*?(<!-- /question -->)", re.DOTALL)
_FIELD = lazy_pattern(
    r"(?m)^    (\w+): ([^=#\n]+?)(?: = [^#\n]+?)?(?:  # (.+))?\n(?:    \"\"\"(.+)\"\"\"\n)?"
)
_HOLDS = {"str": "text", "float": "number", "int": "whole number", "datetime": "date and time"}
_RULES = lazy_pattern(r"(<!-- rules -->\n).*?(<!-- /rules -->)", re.DOTALL)


def pages() -> list[Path]:
    """README and the pages that it leads to."""
    return [README, *sorted(ROOT.glob("docs/*.md"))]


def generate(text: str, folder: Path) -> str:
    """A page with every generated block made anew; commands run in ``folder``."""
    text = _RULES.sub(lambda match: match[1] + rule_table() + match[2], text)
    text = _QUESTION.sub(lambda match: match[1] + question_table() + match[2], text)
    text = _RUN.sub(
        lambda match: match[1] + _output(match[2], match[3], folder) + "\n" + match[5],
        text,
    )
    if not _STORY.search(text):
        return text  # no copy of the sample for nobody
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "my_kb"
        shutil.copytree(folder / "sample_kb", home, ignore=_LEFT_BEHIND)
        return _STORY.sub(lambda match: _tell(match, home), text)


def _tell(match: re.Match[str], home: Path) -> str:
    """A block of the story, after what it says has happened in ``home``."""
    before, kind, what, lines, content, end = match.groups()
    if kind:
        with (home / what).open("w" if kind == " file" else "a", encoding="utf-8") as file:
            file.write(content)
        return match[0]
    if what.startswith("mv "):
        source, target = shlex.split(what)[1:]
        shutil.move(home / source, home / target)
        return f"{before}$ {what}\n{end}"
    output = _output(what, lines, home)
    return f"{before}$ {what}\n{output}\n{end}" if output else f"{before}$ {what}\n{end}"


def rule_table() -> str:
    """Markdown table of all rules."""
    rows = ["| code | rule | finds | severity | fix |", "| --- | --- | --- | --- | --- |"]
    for rule in all_rules():
        severity = rule.severity.label if rule.default else "off"
        fix = {"none": "", "mixed": "safe / unsafe"}.get(rule.fix, rule.fix)
        summary = rule.page.summary.rstrip(".").replace("|", "\\|")
        rows.append(f"| {rule.code} | `{rule.name}` | {summary} | {severity} | {fix} |")
    return "\n".join(rows) + "\n"


def question_table() -> str:
    """Markdown table of the keys of a question, as its type describes them."""
    rows = ["| key | holds | what |", "| --- | --- | --- |"]
    for name, kind, comment, docstring in _FIELD.findall(inspect.getsource(Question)):
        holds = _HOLDS.get(kind.removesuffix(" | None"), "list of texts")
        what = (comment or docstring.removesuffix(".")).replace("|", "\\|")
        rows.append(f"| `{name}` | {holds} | {what[:1].lower() + what[1:]} |")
    return "\n".join(rows) + "\n"


def _output(command: str, lines: str | None, folder: Path) -> str:
    arguments = shlex.split(command)
    if arguments[0] != "kbtool":
        raise ValueError(f"a page runs {arguments[0]}, only kbtool is known")
    done = subprocess.run(  # noqa: S603 - commands come from our own pages
        [sys.executable, "-m", "kbtool", *arguments[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        check=False,
    )
    if done.returncode not in (0, 1):
        raise ValueError(f"{command}: {done.stderr}")
    output = [line.rstrip() for line in done.stdout.rstrip().split("\n")]
    shown = output[: int(lines)] if lines else output
    return "\n".join([*shown, "…"] if len(shown) < len(output) else shown)


def main(arguments: Sequence[str]) -> int:
    """Write the blocks of pages, or check them; exit code 1 when some are out of date."""
    if arguments[:1] not in (["--write"], ["--check"]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    stale = 0
    for page in [Path(name) for name in arguments[1:]] or pages():
        old = page.read_text(encoding="utf-8")
        new = generate(old, ROOT)
        if old != new and arguments[0] == "--write":
            page.write_text(new, encoding="utf-8")
        elif old != new:
            sys.stderr.write(f"{page} is out of date: python -m kbtool.docs --write\n")
            stale += 1
    return min(stale, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
