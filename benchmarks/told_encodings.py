"""Print how often the encoding of small logs is told: rightly, not at all, or falsely.

    python benchmarks/told_encodings.py [SAMPLES]    (default: 40)

Logs of 1, 3 and 10 lines are drawn from invented questions (`encoding_texts.json`). What is not
told is read as Windows-1252, or refused where it cannot be that; `false` is any other encoding that
gives another text. The last line takes every one and two of the Western questions together.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from kbtool.questions.opening.encodings import WESTERN, guess_encoding

TEXTS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("encoding_texts.json").read_text(encoding="utf-8")
)
KINDS = {
    "cp1251": "ru", "koi8-r": "ru", "mac-roman": "accented", "cp932": "ja", "euc_jp": "ja",
    "gb18030": "zh-Hans", "big5": "zh-Hant", "cp949": "ko", "cp1250": "pl", "cp1253": "el",
    "cp1254": "tr", "cp850": "accented", "cp1252": "western",
}  # fmt: skip
SIZES = (1, 3, 10)


def judge(text: str, encoding: str) -> str:
    """What becomes of a text in an encoding; "" where it has nothing beyond ASCII."""
    lines = [line.encode(encoding, "ignore") for line in text.split("\n")]
    data = b"\n".join(line for line in lines if not line.isascii())
    if not data:
        return ""
    guess = guess_encoding(data)
    if guess and data.decode(guess, "replace") == data.decode(encoding):
        return "right"
    return "not told" if guess in {"", WESTERN} else "false"


def count(texts: Iterable[str], encoding: str) -> Counter[str]:
    """Number of texts by what becomes of them."""
    return Counter(verdict for text in texts if (verdict := judge(text, encoding)))


def main(samples: int) -> None:
    """Print a row for each encoding."""
    draw = random.Random(5)
    print(
        f"{'encoding':<10}" + "".join(f"  {size:>2} lines: right / not / false" for size in SIZES)
    )
    for encoding, language in KINDS.items():
        cells = []
        for size in SIZES:
            texts = ("\n".join(draw.choices(TEXTS[language], k=size)) for _ in range(samples))
            found = count(texts, encoding)
            cells.append(f"{found['right']:>17} / {found['not told']:>3} / {found['false']:>5}")
        print(f"{encoding:<10}" + "  ".join(cells))
    pairs = ("\n".join(pair) for pair in combinations(TEXTS["western"], 2))
    found = count([*TEXTS["western"], *pairs], WESTERN)
    print(f"{found.total():,} short Western logs: {found.total() - found['right']} not read right")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
