"""How far reading is said to be."""

from pathlib import Path

from kbtool.questions import Reached, read_questions


def test_rows_and_bytes_keep_step_though_rows_are_looked_at_ahead(tmp_path: Path) -> None:
    """What is left is reckoned from them, so a few rows must not stand for thousands."""
    log = tmp_path / "log.jsonl"
    rows = [f'{{"id": "{at:06}", "text": "how do I change plan {at:06}"}}' for at in range(8_000)]
    log.write_text("\n".join(rows))
    told: list[Reached] = []
    read_questions([log], progress=told.append)
    assert [at.rows for at in told[:3]] == [1_000, 2_000, 3_000]
    # Files are read in chunks, here of some 1,200 rows.
    wrong = [at for at in told if abs(at.read / at.total - at.rows / 8_000) > 0.16]
    assert not wrong
    assert told[-1] == Reached(8_000, log.stat().st_size, log.stat().st_size)
