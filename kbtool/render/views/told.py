"""What a report tells in words or numbers where shares alone would mislead."""

from __future__ import annotations

from msgspec import Struct

from kbtool.health import Health
from kbtool.health.documentable import coverage_of_texts
from kbtool.health.lacking import coverage_with_facts
from kbtool.model import Gap, Interval
from kbtool.render.counts import Counts, count_answers, lack_of, say_lack, say_no_gap, say_wordless
from kbtool.render.trust_words import say_trust
from kbtool.render.views.sharing import count_outside
from kbtool.render.wording import say_cost_sum


class Told(Struct, frozen=True):
    """Figures of a knowledge base with what they are made of."""

    health: Health
    open_gaps: tuple[Gap, ...]  # those that nobody dismissed

    @property
    def text_coverage(self) -> Interval | None:
        """Coverage of the questions that a text can answer, where that differs."""
        return coverage_of_texts(self.health)

    @property
    def facts_coverage(self) -> Interval | None:
        """Coverage without questions whose article lacks the fact, where there are any."""
        return coverage_with_facts(self.health)

    @property
    def outside(self) -> int:
        """People whose questions are in no group."""
        return count_outside(self.health)

    @property
    def counts(self) -> Counts:
        """Questions by what became of them."""
        return count_answers(self.health.gaps)

    @property
    def lack(self) -> str:
        """What is missing before a share is told, "" where nothing is."""
        lack = lack_of(self.health.gaps, len(self.health.articles))
        return say_lack(lack) if lack else ""

    @property
    def trust(self) -> str:
        """What the interval of coverage leaves out, "" where no share is told."""
        return say_trust(self.health.gaps, len(self.health.articles))

    @property
    def wordless(self) -> str:
        """How many questions hold no word to match; "" where none is such."""
        return say_wordless(self.counts)

    @property
    def no_gap(self) -> str:
        """That there is no gap, and what is left without an answer all the same."""
        return say_no_gap(self.health.gaps)

    @property
    def cost_sum(self) -> str:
        """How the cost of the first gap that has one comes about, "" where none has."""
        sums = (say_cost_sum(gap, self.health.gaps.cost_basis) for gap in self.open_gaps)
        return next(filter(None, sums), "")

    @property
    def alone(self) -> tuple[int, int]:
        """Questions in no group: with an answer, and without."""
        answered = {match.question for match in self.health.gaps.matches if match.answered}
        names = self.health.gaps.ungrouped
        found = sum(name in answered for name in names)
        return found, len(names) - found
