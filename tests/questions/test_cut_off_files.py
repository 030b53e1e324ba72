"""Packed files that end too early: rows before the end are read, and the end is told."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable

import pytest

from kbtool.errors import InputError
from kbtool.questions import read_questions

zstandard = pytest.importorskip("zstandard")

NOISE = random.Random(7)  # hard to pack, so that half of the packed bytes is half of the rows
WORDS = ["".join(NOISE.choices("aeioulmnrst", k=9)) for _ in range(9_000)]
TEXTS = [f"Où est ma {word}, « Zoé »?" for word in WORDS]


def _array(texts: list[str]) -> str:
    return json.dumps([{"id": at, "text": text} for at, text in enumerate(texts)], indent=1)


def _page(texts: list[str]) -> str:
    tickets = [{"id": at, "description": text, "subject": ""} for at, text in enumerate(texts)]
    return json.dumps({"tickets": tickets}, ensure_ascii=False)


def _lines(texts: list[str]) -> str:
    return "".join(json.dumps({"id": at, "text": text}) + "\n" for at, text in enumerate(texts))


def _table(texts: list[str]) -> str:
    return "id,text\n" + "".join(f'{at},"{text}"\n' for at, text in enumerate(texts))


def _long_rows(texts: list[str]) -> str:
    """A table whose rows run over three lines, each of which could be a question."""
    rows = (f'"{a}\n{b}\n{c}"\n' for a, b, c in zip(*[iter(texts)] * 3, strict=True))
    return "text\n" + "".join(rows)


FORMS: dict[str, Callable[[list[str]], str]] = {
    "log.csv": _table,
    "long.csv": _long_rows,
    "log.jsonl": _lines,
    "log.json": _array,
    "page.json": _page,
}
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "zst": lambda data: zstandard.ZstdCompressor().compress(data),
}


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_rows_before_the_end_are_whole_and_the_end_is_told(name, ending, encoding, tmp_path):
    whole = tmp_path / name
    whole.write_bytes(FORMS[name](TEXTS).encode(encoding))
    cut = tmp_path / f"cut-{name}.{ending}"
    packed = PACKERS[ending](whole.read_bytes())
    cut.write_bytes(packed[: len(packed) // 2])
    all_, read = read_questions([whole]).questions, read_questions([cut])
    texts = [question.text for question in read.questions]
    assert texts == [question.text for question in all_[: len(texts)]]
    assert len(texts) > len(all_) // 4
    assert "cut off here" in read.rejected[-1].reason
    assert "pack it again" in read.rejected[-1].reason
    assert read.rejected[-1].line >= len(texts) or name == "page.json"
    assert not any("broken character" in warning for warning in read.warnings)


@pytest.mark.parametrize("lost", range(1, 80, 7))
def test_a_file_cut_off_anywhere_gives_whole_rows_or_a_reason(lost, tmp_path):
    path = tmp_path / "log.csv.gz"
    content = _table(TEXTS[:3])
    path.write_bytes(gzip.compress(content.encode())[:-lost])
    try:
        log = read_questions([path])
    except InputError as fault:
        assert "cut off here" in str(fault)  # noqa: PT017 - either way is right
    else:
        assert {question.text for question in log.questions} <= set(TEXTS)
        assert log.rejected


def test_a_file_that_is_cut_off_between_two_rows_loses_none_of_them(tmp_path):
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(b"text\nHow do I pay?\n")[:-8])
    log = read_questions([path])
    assert [question.text for question in log.questions] == ["How do I pay?"]
    assert (log.rejected[0].line, log.rejected[0].text) == (3, "")


def test_files_after_one_that_is_cut_off_are_read(tmp_path):
    cut, good = tmp_path / "log.csv.gz", tmp_path / "good.csv"
    cut.write_bytes(gzip.compress(b"text\nHow do I pay?\n")[:-8])
    good.write_text("text\nWhere is my card?\n")
    log = read_questions([cut, good])
    assert (len(log.questions), log.unreadable, log.errors) == (2, 1, ())
