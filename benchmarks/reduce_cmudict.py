"""Write kbtool's syllable dictionary from Carnegie Mellon's pronouncing dictionary.

    python benchmarks/reduce_cmudict.py cmudict.dict kbtool/readability/data/cmudict.txt

``cmudict.dict`` comes from https://github.com/cmusphinx/cmudict. Of each word only the number of
stressed or unstressed vowels (phones that end in a digit) of the first pronunciation is kept.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from kbtool.readability.words import plain_word


def read_entries(text: str) -> dict[str, int]:
    """Syllables by word as CMUdict spells it, in its order, first pronunciations only."""
    entries: dict[str, int] = {}
    for line in text.splitlines():
        word, *phones = line.partition("#")[0].split() or [""]
        # Second pronunciations are spelt "word(2)".
        if word and "(" not in word:
            entries[word] = sum(phone[-1].isdigit() for phone in phones)
    return entries


def make_plain(entries: dict[str, int]) -> dict[str, int]:
    """Syllables by plain word, at least 1; a word spelt plainly wins over one with hyphens."""
    plain: dict[str, int] = {}
    for word, count in sorted(entries.items(), key=lambda entry: plain_word(entry[0]) != entry[0]):
        plain.setdefault(plain_word(word), max(1, count))
    return plain


def write_lines(plain: dict[str, int]) -> str:
    """The text of the data file: first two letters, then each rest with its syllables."""
    lines: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(plain.items()):
        lines[word[:2]].append(f" {word[2:]}={count}")
    return "".join(f"{start}{''.join(entries)}\n" for start, entries in sorted(lines.items()))


def main(source: str, target: str) -> None:
    """Read the full dictionary, write the reduced one and say how large both are."""
    plain = make_plain(read_entries(Path(source).read_text(encoding="utf-8")))
    Path(target).write_text(write_lines(plain), encoding="ascii", newline="\n")
    print(
        f"{len(plain)} words, {Path(source).stat().st_size} -> {Path(target).stat().st_size} bytes"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
