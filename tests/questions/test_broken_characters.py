"""Bytes that are no text: a few spoil nothing else, and what is no text at all is refused."""

from __future__ import annotations

import pytest

from kbtool.errors import InputError


@pytest.mark.parametrize(
    ("broken", "line"), [(b"\xff", 3), (b"\0", 3), (b"\xc3", 3)], ids=["byte", "NUL", "half"]
)
def test_one_broken_character_in_a_table_spoils_nothing_else(read_log, broken, line):
    rows = [b"question", "Wo ist die Gebühr?".encode(), b"Where is my b" + broken + b"ll now?"]
    log = read_log(b"\n".join([*rows, "Où est ma facture?".encode()]))
    assert [question.text for question in log.questions] == [
        "Wo ist die Gebühr?", "Where is my b\ufffdll now?", "Où est ma facture?",
    ]  # fmt: skip
    assert f"1 broken character, the first in line {line}" in log.warnings[0]


def test_a_broken_byte_before_the_first_letter_beyond_ascii_makes_no_western_table(read_log):
    log = read_log(b"question\nWhere is my b\xffll?\n" + "Où est ma facture, Zoë?\n".encode())
    assert log.questions[1].text == "Où est ma facture, Zoë?"


NOT_TEXT = {
    "half a UTF-16 file": (
        b"\xff\xfe" + b"\x00\xd8" * 40, 1, "not in UTF-16: the byte at offset 2 does not fit",
    ),
    "picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\n", 3, "offset 8 is NUL",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "message"), NOT_TEXT.values(), ids=NOT_TEXT)
@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_what_is_not_text_is_refused_with_its_place_and_a_remedy(
    read_log, content, line, message, ending
):
    with pytest.raises(InputError) as caught:
        read_log(content, f"log.{ending}")
    assert message in caught.value.message
    assert (caught.value.line, "save it as UTF-8" in caught.value.remedy) == (line, True)


@pytest.mark.parametrize("broken", [b"\xff", b"\0"])
def test_a_broken_character_in_json_spoils_nothing_else(read_log, broken):
    rows = [b'{"text": "Where is my b' + broken + b'll?"}', b'{"text": "Where is my card?"}']
    log = read_log(b"\n".join(rows), "log.jsonl")
    assert [q.text for q in log.questions] == ["Where is my b\ufffdll?", "Where is my card?"]
    assert "1 broken character, the first in line 1" in log.warnings[0]


def test_half_a_character_in_a_utf_16_table_spoils_nothing_else(read_log):
    rows = "question\nWhere is my bill?\n".encode("utf-16")
    log = read_log(rows + b"\x00\xd8" + "Where is my card?\n".encode("utf-16-le"))
    assert log.questions[0].text == "Where is my bill?"
    assert len(log.questions) == 2


def test_a_few_broken_characters_in_a_small_table_spoil_nothing_else(read_log):
    rows = [b"question", *[b"Where is my b\0ll number %d, please tell me?" % at for at in range(3)]]
    assert len(read_log(b"\n".join([*rows, b"Where is it? " * 10])).questions) == 4


@pytest.mark.parametrize("byte", [b"\x81", b"\x90", b"\0"])
def test_a_byte_that_windows_1252_lacks_spoils_nothing_else(byte, read_log):
    rows = b"question\nO\xf9 est ma facture?\n" + b"a\n" * 100_000 + b"Where is my b" + byte
    log = read_log(rows + b"ll?\n", "log.csv")
    assert [q.text for q in log.questions] == ["Où est ma facture?", "Where is my b\ufffdll?"]
    assert "1 broken character, the first in line 100003" in " ".join(log.warnings)


@pytest.mark.parametrize("byte", [b"\x81", b"\0"])
def test_a_table_with_many_bytes_that_windows_1252_lacks_is_refused(byte, read_log):
    with pytest.raises(InputError, match=r"neither in UTF-8|NUL"):
        read_log(b"question\n\xe9\n" + b"a\n" * 100_000 + byte * 100, "log.csv")


# Name -> bytes of a small table whose rows are in several encodings or broken, and its texts.
SMALL = {
    "Windows-1252 after UTF-8": (
        "question\nOù est ma clé?\n".encode() + "Où est l’été?".encode("cp1252"),
        ["Où est ma clé?", "Où est l’été?"],
    ),
    "UTF-8 after Windows-1252": (
        "question\nOù est l’été?\n".encode("cp1252") + "Où est ma clé?".encode(),
        ["Où est l’été?", "Où est ma clé?"],
    ),
    "two NULs in a row": (b"question\nWhe\0re is my\0 bill?", ["Whe\ufffdre is my\ufffd bill?"]),
    "NULs and letters": (
        "question\nWo ist die Gebühr?\nWhere\0 is my bill\0?\n".encode(),
        ["Wo ist die Gebühr?", "Where\ufffd is my bill\ufffd?"],
    ),
    "NULs and letters of Windows-1252": (
        "question\nWo ist die\0 Gebühr\0?".encode("cp1252"),
        ["Wo ist die\ufffd Gebühr\ufffd?"],
    ),
    "a letter cut in two": ("question\nWhere is it, é".encode()[:-1], ["Where is it, \ufffd"]),
    "NULs in JSON": (b'{"text": "Whe\0re is\0 my bill?"}', ["Whe\ufffdre is\ufffd my bill?"]),
    "two encodings in JSON": (
        '{"text": "Où est ma clé?"}\n'.encode() + '{"text": "Où est l’été?"}'.encode("cp1252"),
        ["Où est ma clé?", "Où est l’été?"],
    ),
}


@pytest.mark.parametrize(("content", "texts"), SMALL.values(), ids=SMALL)
def test_a_small_file_is_read_line_by_line_and_what_was_odd_is_told(read_log, content, texts):
    log = read_log(content, "log.jsonl" if content.startswith(b"{") else "log.csv")
    assert [question.text for question in log.questions] == texts
    told = " ".join(log.warnings)
    assert ("broken character" in told) == any("\ufffd" in text for text in texts)
    assert "broken character" in told or "1 line is not in UTF-8" in told


def test_lines_of_a_long_table_are_each_in_their_encoding(read_log):
    rows = [f"Wo ist die Gebühr {at * 'x'}?" for at in range(40)] * 50
    lines = [row.encode("cp1252" if at % 3 else "utf-8") for at, row in enumerate(rows)]
    log = read_log(b"\n".join([b"question", *lines]))
    assert [question.text for question in log.questions] == rows
    assert "1,333 lines are not in UTF-8, the first is line 3, read as Windows" in log.warnings[0]
