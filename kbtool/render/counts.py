"""How many questions are answered, in numbers: a share takes more data."""

from __future__ import annotations

from typing import NamedTuple

from kbtool.health import ArticleHealth
from kbtool.health.lacking import find_lacking
from kbtool.matching.trust.minimums import Lack, find_lack, is_rough
from kbtool.model import GapReport
from kbtool.render.parts import Part, join_plain
from kbtool.render.wording import count, listing


class Counts(NamedTuple):
    """Questions by what became of them: answered, unanswered and wordless add up to all."""

    questions: int
    answered: int
    unanswered: int
    in_gaps: int  # of the unanswered
    gaps: int
    least: int  # people who must ask before a group is a gap
    lacking: int  # of the answered, those whose article lacks the fact that they ask for
    wordless: int  # without a word to match


def count_answers(report: GapReport) -> Counts:
    """Numbers of a report."""
    wordless, gaps = set(report.unmatchable), {gap.id for gap in report.gaps}
    known = [match for match in report.matches if match.question not in wordless]
    left = [match for match in known if not match.answered]
    return Counts(
        questions=len(report.matches),
        answered=len(known) - len(left),
        unanswered=len(left),
        in_gaps=sum(match.cluster in gaps for match in left),
        gaps=len(gaps),
        least=report.min_askers,
        lacking=len(find_lacking(report)),
        wordless=len(report.matches) - len(known),
    )


def lack_of(report: GapReport, articles: int) -> Lack | None:
    """What is missing before shares are told; None where nothing is."""
    return find_lack(len(report.matches), articles)


def say_lack(lack: Lack) -> str:
    """What is missing, in a sentence."""
    parts = (
        count(lack.questions, "question") if lack.questions else "",
        count(lack.articles, "article") if lack.articles else "",
    )
    return f"Too little for a share: it takes {listing([part for part in parts if part])} more."


def say_demand(article: ArticleHealth) -> str:
    """Who asks for an article, and who waits until it is filled in; "" where nobody does."""
    if not article.demand:
        return ""
    if article.waiting == article.demand:
        # Whole groups wait as well, with people whose own question finds another article first.
        waits = count(article.demand, "person’s own question waits", "people’s own questions wait")
        return f"{waits} for it"
    waiting = f", {count(article.waiting)} of them waiting for it" if article.waiting else ""
    return f"{count(article.demand, 'person asks', 'people ask')} for it{waiting}"


def say_rough(articles: int) -> str:
    """What stands before a share of so many articles: ``roughly`` or nothing."""
    return "roughly " if is_rough(articles) else ""


def split_counts(counts: Counts) -> tuple[Part, ...]:
    """How many are answered and how many are not: what a share would say."""
    finds = "finds" if counts.answered == 1 else "find"
    does = "does" if counts.unanswered == 1 else "do"
    lacking = f" ({say_lacking(counts)})" if counts.lacking else ""
    wordless = f", {say_wordless(counts)}" if counts.wordless else ""
    return (
        Part(count(counts.answered), strong=True),
        Part(f" {finds} an answer in an article"),
        Part("", plain=lacking),  # the page has a line of its own for it
        Part(", "),
        Part(count(counts.unanswered), strong=True),
        Part(f" {does} not{wordless}"),
    )


def say_split(counts: Counts) -> str:
    """The same as plain text."""
    return join_plain(split_counts(counts))


def say_wordless(counts: Counts) -> str:
    """A clause on those without a word to match; "" where there are none."""
    if not counts.wordless:
        return ""
    return (
        f"{count(counts.wordless)} {'holds' if counts.wordless == 1 else 'hold'} no word to match"
    )


def say_lacking(counts: Counts) -> str:
    """A clause on those whose article lacks the fact; "" where there are none."""
    if not counts.lacking:
        return ""
    return f"{count(counts.lacking)} of them without the fact asked for"


def say_rest(counts: Counts) -> str:
    """What the unanswered come to, after a number of them was told."""
    if counts.gaps:
        holds = "holds" if counts.gaps == 1 else "hold"
        return f"{count(counts.gaps, 'gap')} {holds} {count(counts.in_gaps)} of these"
    if counts.unanswered:
        return say_no_topic(counts)
    nothing = counts.wordless and not counts.answered
    return "nothing can be said about gaps" if nothing else "there is no gap"


def say_no_topic(counts: Counts) -> str:
    """Why unanswered questions are no gap."""
    people = count(counts.least, "person", "people")
    if counts.unanswered == 1:
        return f"it is in no group of {people} or more, so no topic is told"
    return f"no group of them is asked by {people} or more, so no topic is told"


def say_no_gap(report: GapReport) -> str:
    """That there is no gap, with the questions that have no answer all the same."""
    counts = count_answers(report)
    if not counts.unanswered and counts.wordless:
        rest = "no other is left without an answer" if counts.answered else say_rest(counts)
        return f"Of {count(counts.questions, 'question')} {say_wordless(counts)}; {rest}."
    if not counts.unanswered:
        return "There is no gap: no question is left without an answer."
    have = "has" if counts.unanswered == 1 else "have"
    of = f"{count(counts.unanswered)} of {count(counts.questions, 'question')}"
    return f"{of} {have} no answer; {say_no_topic(counts)}."
