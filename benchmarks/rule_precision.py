"""Sum up the judged findings of every rule in rule_precision.md.

Usage: python benchmarks/rule_precision.py

A person read findings on real help centres and judged each: would a good technical editor change
the text because of it? The judgements stand in precision/<CODE>.md with article and line; this
adds them up and marks rules whose precision lies below the bar for their severity.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kbtool.model import Severity
from kbtool.rule import Rule
from kbtool.rules import all_rules

HERE = Path(__file__).resolve().parent
BARS = {Severity.ERROR: 0.90, Severity.WARNING: 0.90, Severity.INFO: 0.80}

INTRODUCTION = """\
# Precision of the rules

Findings of each rule on real texts, judged by reading them: a finding is right when a good
technical editor would change the text because of it. At least 40 findings per rule were to be
read, or all where there are fewer. The bar is .90 for errors and warnings and .80 for notes; a
rule below it is off by default or says why it is not. Each code leads to the findings that were
read and to what was changed because of them. The tables there count the findings of the rule as
it stands, after those changes.

The texts: the Arduino help centre (CC BY-SA 4.0), the Thunderbird knowledge base (CC BY-SA 3.0),
Microsoft's C++ documentation (CC BY 4.0) and, where a file says so, the help of LibreOffice
(MPL 2.0) and of GIMP (GFDL) in HTML. One person judged; another would differ on some.

| code | rule | severity | hits | judged | right | precision |
| --- | --- | --- | ---: | ---: | ---: | ---: |
"""


def read_counts(path: Path) -> tuple[int, int, int]:
    """Hits, judged hits and right ones of all corpora in a rule's file."""
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    names = [cell.strip() for cell in rows[0].strip("|").split("|")]
    totals = {"Hits": 0, "Judged": 0, "Right": 0}
    for row in rows[2:]:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) != len(names) or cells[0] == "All":
            continue
        for name in totals:
            value = cells[names.index(name)].replace(",", "")
            totals[name] += int(value) if value.isdigit() else 0
    return totals["Hits"], totals["Judged"], totals["Right"]


def make_row(rule: Rule[Any]) -> str:
    """Line of the table for a rule; says so where nothing was judged."""
    path = HERE / "precision" / f"{rule.code}.md"
    severity = rule.severity.label if rule.default else f"off ({rule.severity.label})"
    if not path.exists():
        return f"| {rule.code} | {rule.name} | {severity} | | | | facts, not judged |"
    hits, judged, right = read_counts(path)
    share = right / judged if judged else None
    precision = "no hits" if share is None else f"{share:.2f}"
    if share is not None and share < BARS[rule.severity] and rule.default:
        levels = "By severity:" in path.read_text(encoding="utf-8")
        precision += " (two levels, see there)" if levels else " (below the bar, see why)"
    link = f"[{rule.code}](precision/{rule.code}.md)"
    return f"| {link} | {rule.name} | {severity} | {hits:,} | {judged} | {right} | {precision} |"


def main() -> None:
    """Write the table and print it."""
    text = INTRODUCTION + "\n".join(make_row(rule) for rule in all_rules()) + "\n"
    (HERE / "rule_precision.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
