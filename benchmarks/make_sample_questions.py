"""Writes sample_kb/questions.csv and the true topic of each question into sample_topics.json.

    python benchmarks/make_sample_questions.py

The texts are test questions of BANKING77 (PolyAI, CC BY 4.0), unchanged. What this script adds is
invented: how many questions each topic gets, ids, dates and channels. The same input always gives
the same two files. The dataset is read from ``$KBTOOL_DATA/banking77/test.csv``; without that
variable, from ``shared/data`` beside the project's folder.
"""

from __future__ import annotations

import csv
import json
import os
import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
TOPICS_FILE = PROJECT / "benchmarks" / "sample_topics.json"
QUESTIONS_FILE = PROJECT / "sample_kb" / "questions.csv"
SEED = 77
FIRST_DAY = datetime(2026, 8, 1, tzinfo=UTC)
N_DAYS = 92  # up to and including 31 October
LAST_MONTH = 61  # number of days before 1 October
MOST, FEWEST = 38, 8
FEWEST_SHOWN = 14  # of topics left out or answered badly: enough to form a group

# What a bank's customers ask most; the other topics follow in a shuffled order.
BUSIEST = (
    "card_arrival", "passcode_forgotten", "balance_not_updated_after_bank_transfer",
    "declined_card_payment", "cancel_transfer", "pending_card_payment", "top_up_by_cash_or_cheque",
    "transfer_not_received_by_recipient", "activate_my_card", "apple_pay_or_google_pay",
    "Refund_not_showing_up", "card_payment_not_recognised", "lost_or_stolen_phone", "top_up_failed",
    "age_limit",
)  # fmt: skip
RISING = frozenset({
    "apple_pay_or_google_pay", "automatic_top_up", "cancel_transfer", "get_disposable_virtual_card",
    "passcode_forgotten",
})  # fmt: skip
# People ask more in the evening than at night: relative weight of each hour of the day.
HOURS = (1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 10, 11, 10, 9, 9, 10, 11, 12, 12, 11, 8, 5, 2)
CHANNELS = {"chat": 42, "app": 24, "search": 22, "email": 12}
LONG_CHANNELS = {"chat": 60, "email": 40}  # nobody types thirty words into a search box
LONG_WORDS = 25


def read_texts(path: Path) -> Mapping[str, list[str]]:
    """Question texts of each topic, in the order of the file."""
    texts: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            texts[row["category"]].append(row["text"])
    return texts


def plan_volumes(topics: list[str], shown: set[str], rng: random.Random) -> dict[str, int]:
    """How many questions each topic gets: from 38 falling to 8, 14 or more for a fault."""
    others = sorted(set(topics) - set(BUSIEST))
    rng.shuffle(others)
    order = [*BUSIEST, *others]
    volumes = {}
    for rank, topic in enumerate(order):
        share = (1 - rank / (len(order) - 1)) ** 1.6
        floor = FEWEST_SHOWN if topic in shown else FEWEST
        volumes[topic] = max(floor, round(FEWEST + (MOST - FEWEST) * share))
    return volumes


def draw_date(topic: str, rng: random.Random) -> datetime:
    """A moment of the quarter; of a rising topic, two times in three in the last month."""
    if topic in RISING and rng.random() < 0.5:
        day = rng.randrange(LAST_MONTH, N_DAYS)
    else:
        day = rng.randrange(N_DAYS)
    hour = rng.choices(range(24), HOURS)[0]
    return FIRST_DAY + timedelta(days=day, hours=hour, seconds=rng.randrange(3600))


def draw_channel(text: str, rng: random.Random) -> str:
    """Where the question was asked; long ones come by chat or e-mail."""
    weights = LONG_CHANNELS if len(text.split()) > LONG_WORDS else CHANNELS
    return rng.choices(list(weights), list(weights.values()))[0]


def draw_rows(texts: Mapping[str, list[str]], shown: set[str]) -> list[tuple[str, str, str, str]]:
    """Rows of (asked_at, text, channel, topic), oldest first."""
    rng = random.Random(SEED)
    rows = []
    for topic, volume in sorted(plan_volumes(sorted(texts), shown, rng).items()):
        for text in rng.sample(texts[topic], volume):
            asked_at = draw_date(topic, rng).strftime("%Y-%m-%dT%H:%M:%SZ")
            rows.append((asked_at, text, draw_channel(text, rng), topic))
    return sorted(rows)


def write_topics(plan: Mapping[str, Any], labels: Mapping[str, str]) -> None:
    """Writes the plan back with the topic of each question, a few questions to a line."""
    head = json.dumps({key: plan[key] for key in sorted(plan) if key != "questions"}, indent=2)
    pairs = [f"{json.dumps(key)}: {json.dumps(topic)}" for key, topic in sorted(labels.items())]
    lines = [", ".join(pairs[start : start + 4]) for start in range(0, len(pairs), 4)]
    body = ",\n    ".join(lines)
    start = head.rstrip("}").rstrip()
    TOPICS_FILE.write_text(f'{start},\n  "questions": {{\n    {body}\n  }}\n}}\n', encoding="utf-8")


def main() -> None:
    """Writes both files and prints how many questions there are."""
    data = Path(os.environ.get("KBTOOL_DATA") or PROJECT.parent / "shared" / "data")
    plan = json.loads(TOPICS_FILE.read_text(encoding="utf-8"))
    shown = {*plan["left_out"], *plan["answered_badly"]}
    rows = draw_rows(read_texts(data / "banking77" / "test.csv"), shown)
    labels = {}
    with QUESTIONS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "text", "asked_at", "channel"])
        for number, (asked_at, text, channel, topic) in enumerate(rows, start=1):
            writer.writerow([f"q{number:04}", text, asked_at, channel])
            labels[f"q{number:04}"] = topic
    write_topics(plan, labels)
    print(f"{len(labels)} questions, {len(set(labels.values()))} topics")


if __name__ == "__main__":
    main()
