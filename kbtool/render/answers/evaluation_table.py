"""How well questions with known answers find them, as a table."""

from __future__ import annotations

from kbtool.model import Evaluation, Interval
from kbtool.render.answers.grounds import careful
from kbtool.render.terminal import count

_NAMES = {
    "hit_at_1": "hit@1",
    "hit_at_3": "hit@3",
    "mrr_at_10": "MRR@10",
    "auroc": "gaps: AUROC",
    "average_precision": "gaps: average precision",
}


def render(result: Evaluation) -> str:
    """Figures with their intervals, beside word TF-IDF, and what a bot would do."""
    total = result.answerable + result.gaps
    head = f"{count(total, 'question')}: {result.answerable:,} answerable, "
    lines = [f"{head}{count(result.gaps, 'gap')}", "", f"{'':26}kbtool (95% interval)  word TF-IDF"]
    for name, shown in _NAMES.items():
        figure: Interval | None = getattr(result, name)
        if figure is None:
            lines.append(f"{shown:26}too few questions to say")
            continue
        interval = f"{figure.value:.3f} ({figure.low:.3f}-{figure.high:.3f})"
        base = result.baseline.get(name)
        lines.append(f"{shown:26}{interval:23}{f'{base:.3f}' if base is not None else '-'}")
    decisions = ", ".join(f"{word} {number:,}" for word, number in sorted(result.decisions.items()))
    lines += ["", f"What a bot would do: {decisions}"]
    if result.answered_right:
        low, high = result.answered_right.low, result.answered_right.high
        right = f"{result.answered_right.value:.0%} ({low:.0%} to {high:.0%})"
        lines.append(f"Where it would answer, the article is right for {right} of the questions.")
    if result.warnings:
        lines += ["", careful(result.warnings)]
    return "\n".join(lines) + "\n"
