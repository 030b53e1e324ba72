"""Print how many files a second of CPU time parsing and linting take, beside plain markdown-it.

    python benchmarks/parse_speed.py [FOLDER]    (a folder of Markdown files; default: sample_kb)

Everything runs in this process with the garbage collector off, as `kbtool lint` runs it. Numbers
in brackets are times of what plain markdown-it-py takes. Then the rules that cost most.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

import kbtool
from kbtool.linter import draft_article
from kbtool.model import Article, KnowledgeBase, Source
from kbtool.parse import parse_markdown
from kbtool.rule import ActiveRule

ROOT = Path(__file__).resolve().parent.parent
MOST = 400  # files that are read, spread over the folder
SHOWN = 15  # rules


def read_sources(folder: Path) -> list[Source]:
    """Files of a folder, at most ``MOST`` and spread evenly."""
    files = sorted(folder.rglob("*.md"))
    step = max(1, len(files) // MOST)
    return [Source(str(file), file.read_text(encoding="utf-8-sig")) for file in files[::step]]


def measure(act: Callable[[], object]) -> float:
    """Seconds of CPU time that an action takes."""
    gc.collect()
    start = time.process_time()
    act()
    return time.process_time() - start


def parse_plainly(sources: Sequence[Source]) -> None:
    """Parse with markdown-it-py alone."""
    parser = MarkdownIt("commonmark").enable("table")
    for source in sources:
        parser.parse(source.text)


def parse_all(sources: Sequence[Source]) -> list[Article]:
    """Parse as kbtool does."""
    return [parse_markdown(source) for source in sources]


def lint_all(sources: Sequence[Source], rules: Sequence[ActiveRule]) -> None:
    """Parse and lint one file after the other."""
    for source in sources:
        lint_article(parse_markdown(source), rules)


def lint_article(article: Article, rules: Sequence[ActiveRule]) -> None:
    """Draft what rules find in one article."""
    draft_article(article, KnowledgeBase((), date(2026, 1, 1)), rules, {})


def lint_each(articles: Sequence[Article], rules: Sequence[ActiveRule]) -> None:
    """Lint articles that were parsed before."""
    for article in articles:
        lint_article(article, rules)


def main() -> None:
    """Print the table."""
    sources = read_sources(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "sample_kb")
    rules = kbtool.configure(kbtool.all_rules(), kbtool.Selection())
    lint_all(sources[:20], rules)  # patterns are compiled at their first use
    gc.disable()
    plain = measure(partial(parse_plainly, sources))
    number = len(sources)
    print(f"{number} files of {sum(len(s.text) for s in sources) / number / 1000:.1f} kB")
    print(f"{'markdown-it-py':32} {number / plain:7.0f} files/s  (1.00)")
    steps = {
        "parse": partial(parse_all, sources),
        f"parse and {len(rules)} default rules": partial(lint_all, sources, rules),
    }
    for name, act in steps.items():
        seconds = measure(act)
        print(f"{name:32} {number / seconds:7.0f} files/s  ({seconds / plain:.2f})")
    articles = parse_all(sources)
    lint_each(articles, rules)  # what articles keep for all rules is no rule's cost
    costs = {rule.rule.name: measure(partial(lint_each, articles, [rule])) for rule in rules}
    print(f"\n{'all rules':32} {sum(costs.values()) / number * 1e3:7.3f} ms a file")
    for name, seconds in sorted(costs.items(), key=lambda cost: -cost[1])[:SHOWN]:
        print(f"{name:32} {seconds / number * 1e3:7.3f} ms a file  ({seconds / plain:.3f})")


if __name__ == "__main__":
    main()
