"""Decisions about gaps in a file that people edit too."""

import pytest

from kbtool.errors import ConfigError
from kbtool.history import read_notes, write_note
from kbtool.model import Note

MINE = """\
# Reviewed on Mondays.

[gap.a1]  # about fees
# Ann asked the bank.
status = "planned"
owner = "Ann"

[gap.b2]
status = "dismissed"
reason = "not sold"
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kbtool-gaps.toml"


def test_new_file_holds_the_decision_and_says_what_it_is(file):
    note = Note("a1", "dismissed", "", 'they say "no"\n\x7f', "how “so”?", ("a", 'b"'), ("c3",))
    write_note(file, note)
    assert read_notes(file) == {"a1": note}
    assert file.read_text().startswith("#")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_edit_changes_the_lines_of_one_table(file, end):
    file.write_bytes(MINE.replace("\n", end).encode())
    write_note(file, Note("a1", "dismissed", "Bo", "too few"))
    notes = read_notes(file)
    assert notes["a1"] == Note("a1", "dismissed", "Bo", "too few")
    assert notes["b2"] == Note("b2", "dismissed", "", "not sold")
    text = file.read_bytes().decode()
    assert "# Reviewed on Mondays." + end in text
    assert "[gap.a1]  # about fees" + end + "reason" in text
    assert "# Ann asked the bank." + end in text
    assert text.endswith(MINE[MINE.index("[gap.b2]") :].replace("\n", end))


def test_second_edit_to_the_same_leaves_the_same_bytes(file):
    file.write_text(MINE)
    write_note(file, Note("b2", "open"))
    once = file.read_bytes()
    write_note(file, Note("b2", "open"))
    assert file.read_bytes() == once


@pytest.mark.parametrize(
    "text", ['gap.a1.status = "open"\n', '[gap]\na1 = {status = "open"}\n', "gap = {}\n"]
)
def test_table_written_in_another_way_is_left_to_people(file, text):
    file.write_text(text)
    with pytest.raises(ConfigError, match="Edit it by hand"):
        write_note(file, Note("a1", "planned", "Ann"))
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[gap.a1\n", "not valid TOML"),
        ('[gap.a1]\nstatus = "gone"\n', "'gone' is not an allowed word"),
        ('[gap.a1]\nowners = "Ann"\n', "owner"),
        ('[gap.a1]\nstatus = "dismissed"\n', "without a reason"),
        ('[gaps.a1]\nstatus = "open"\n', "Did you mean `gap`"),
    ],
)
def test_mistakes_are_told(file, text, said):
    file.write_text(text)
    with pytest.raises(ConfigError, match=said):
        read_notes(file)
