"""Flows of gaps made by hand: what is left of one run is what the next begins with."""

from datetime import date, timedelta

from kbtool.model import Balance, Figures, Flow, Interval, Run, Stage

SHARE = Interval(0.6, 0.5, 0.7)
STEPS = ((2, 1, 0, 0), (0, 3, 1, 2), None, (4, 0, 2, 1))
"""Of each run after the first: closed, opened, regrouped away and in; None where it breaks."""


def make_flow(why="settings differ", steps=STEPS, earlier=0, first=12, questions=140, weeks=1):
    """A flow with a run for each step, and one to begin with."""
    start, gaps = date(2026, 8, 1), first

    def run(number):
        figures = Figures(SHARE) if number > 1 else None
        day = start + timedelta(weeks=weeks * (number - 1))
        return Run(number, day, questions, SHARE, gaps, {"ready": 9}, {}, figures)

    stages = [Stage(run(1))]
    for number, step in enumerate(steps, 2):
        if step is None:
            gaps += 5
            stages.append(Stage(run(number), None, (why,)))
            continue
        balance = Balance(gaps, *step)
        gaps = balance.after
        stages.append(Stage(run(number), balance))
    return Flow(tuple(stages), earlier)
