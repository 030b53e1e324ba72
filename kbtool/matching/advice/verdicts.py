"""Judging groups: answered or not, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from kbtool.matching.advice.costs import is_contact
from kbtool.matching.advice.decide import Evidence, decide
from kbtool.matching.advice.needs import find_group_need
from kbtool.matching.advice.translations import Translations
from kbtool.matching.advice.trends import Trends
from kbtool.matching.coverage import effective_size
from kbtool.matching.intervals import wilson
from kbtool.matching.judging.evidence import Word
from kbtool.matching.judging.grounding import find_grounded
from kbtool.matching.judging.groups import Group
from kbtool.matching.judging.survey import Survey
from kbtool.matching.judging.texts import Judged
from kbtool.matching.judging.themes import Splitter
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import count_askers, questions_of
from kbtool.model import Action, Cluster, Question

# Words that an action rests on, and their share of the commonest one's use. At .3 they name the
# topic worse on five sets (F .03 to .05 lower), at .6 worse on stackfaq and better on the others by
# .02 to .03, hardly beyond chance: `python -m benchmarks.cutoffs.words`, benchmarks/cutoffs.md.
_WORDS, _LEAST = 8, 0.4
_MOSTLY = 0.5  # share of wordings
_RESOLVED = 0.5  # share of wordings that agents resolved with articles: then these answer the group


class Alone(Struct, frozen=True):
    """Verdicts on wordings, each taken alone."""

    judged: Judged
    answered: NDArray[np.bool_]  # (n_wordings,), by score or because an agent used an article
    resolved: NDArray[np.bool_]  # (n_wordings,), because an agent used an article
    grounded: NDArray[np.bool_]  # (n_wordings,), as ``find_grounded`` says
    unfilled: NDArray[np.bool_]  # (n_wordings,), whether its best article holds placeholders
    linked: NDArray[np.bool_]  # (n_wordings,), as ``resolved``, were no article unfilled
    waiting: NDArray[np.bool_]  # (n_wordings,), whether only placeholders keep it unanswered


class Grounds(Struct, frozen=True):
    """What verdicts on groups rest on, beside the groups."""

    matcher: Matcher
    alone: Alone
    threshold: float  # score from which a match counts as an answer
    locale: str  # of questions that do not name theirs
    translations: Translations
    trends: Trends
    splitter: Splitter
    unfilled: NDArray[np.bool_]  # (n_articles,), as ``Survey`` has it


class Verdict(Struct, frozen=True):
    """A group, judged."""

    group: Group
    cluster: Cluster
    answered: bool
    held_back: bool = False  # whether only placeholders or its language keep its article from it
    otherwise: tuple[Action, str] | None = None  # what to do where another title would win nothing
    waiting: bool = False  # whether only placeholders in an article keep it from being answered

    @property
    def certain(self) -> str:
        """Why it is a gap whatever its score, "" where the score tells."""
        if not self.held_back:
            return ""
        if self.cluster.action is Action.TRANSLATE:
            return "the article is not in their language"
        return "the article has placeholders"


def judge_alone(found: Survey, threshold: float) -> Alone:
    """Verdict on each wording by its own score."""
    judged, matcher = found.single, found.matcher
    grounded = find_grounded(matcher, found.log.asked, found.fits)
    resolved = np.asarray(matcher.links @ ~found.unfilled).ravel() > 0
    linked = np.diff(matcher.links.tocsr().indptr) > 0
    fits = (judged.best >= threshold) & grounded
    first = judged.order[:, 0]
    answered = fits & found.may_answer(first) | resolved
    unfilled, waiting = np.append(found.unfilled, False)[first], (fits | linked) & ~answered
    return Alone(judged, answered, resolved, grounded, unfilled, linked, waiting)


def judge(group: Group, grounds: Grounds) -> Verdict:
    """Verdict on a group by its score and by what agents did.

    An article that its people cannot read answers nobody: it is there, and waits to be translated.
    """
    rows = list(group.rows)
    questions = questions_of([group.asked[at] for at in group.profile.order])
    resolved = float(grounds.alone.resolved[rows].mean())
    fits = group.score >= grounds.threshold and _is_grounded(group, grounds.alone)
    unfilled = bool(grounds.unfilled[group.articles[:1],].any()) if group.nearest else False
    is_answered = group.nearest is not None and bool(
        (fits and not unfilled) or resolved >= _RESOLVED
    )
    held_back = fits and unfilled and not is_answered
    linked = float(grounds.alone.linked[rows].mean()) >= _RESOLVED
    waiting = group.nearest is not None and (fits or linked) and not is_answered
    covered = wilson(_share_answered(group, grounds.alone), effective_size(questions))
    evidence = _evidence(group, questions, grounds)
    fits, is_answered = is_answered, is_answered and not evidence.language
    evidence = replace(
        evidence,
        answered=is_answered,
        known=covered.low,
        all_found=covered.value >= 1,
        unfilled=held_back,
        fits=fits,
    )
    action, why = decide(evidence)
    cluster = Cluster(
        id=group.profile.id,
        label=group.profile.label,
        questions=tuple(question.id for question in questions),
        askers=evidence.askers,
        covered=covered,
        nearest=group.nearest,
        runner_up=group.runner_up,
        action=action,
        why=why,
        answered=is_answered,
        words=tuple(word.surface for word in group.words[:_WORDS]),
        need=evidence.need,
        themes=grounds.splitter.split(group.rows, group.asked),
        trend=grounds.trends.find(questions),
    )
    otherwise = decide(replace(evidence, words=())) if action is Action.RETITLE else None
    held_back = held_back or action is Action.TRANSLATE
    waiting = waiting and not evidence.language
    return Verdict(group, cluster, is_answered, held_back, otherwise, waiting)


def _is_grounded(group: Group, alone: Alone) -> bool:
    """Whether the nearest article holds a word of the group, or articles suit most of it."""
    shared = bool(group.nearest and group.nearest.terms)
    return shared or bool(alone.grounded[list(group.rows)].mean() >= _MOSTLY)


def _share_answered(group: Group, alone: Alone) -> float:
    """Share of a group's questions that an article answers, each taken alone."""
    counts = np.array([len(wording.questions) for wording in group.asked])
    return float(counts[alone.answered[list(group.rows)]].sum() / counts.sum())


def _evidence(group: Group, questions: Sequence[Question], grounds: Grounds) -> Evidence:
    """What the group itself tells; what was judged of it is left as it is by default."""
    nearest, rival = group.articles
    docs = grounds.matcher.docs[nearest] if nearest >= 0 else None
    rows = list(group.rows)
    found = grounds.alone.judged.order[rows, 0]
    linked = _most_linked(rows, grounds.matcher)
    fits = linked if linked >= 0 else nearest
    article = grounds.matcher.texts[fits].id if fits >= 0 else ""
    return Evidence(
        askers=count_askers(questions),
        answered=False,
        words=main_words(group),
        nearest=group.nearest.title if group.nearest else None,
        in_title=docs.name.stems if docs else frozenset(),
        in_aliases=docs.title.stems if docs else frozenset(),
        in_article=docs.whole.stems if docs else frozenset(),
        rival=group.runner_up.title if group.runner_up else None,
        rival_share=float((found == rival).mean()) if rival >= 0 else 0.0,
        heading=group.nearest.passage[-1] if group.nearest and group.nearest.passage else "",
        covered=float((grounds.alone.answered[rows] & (found == nearest)).mean()),
        need=find_group_need(questions, grounds.locale),
        contacts=count_askers([question for question in questions if is_contact(question)]),
        language=grounds.translations.lacking(article, questions),
        linked=grounds.matcher.texts[linked].title if linked >= 0 else "",
    )


def _most_linked(rows: Sequence[int], matcher: Matcher) -> int:
    """Article that agents resolved most wordings of a group with, -1 for none."""
    counts = np.asarray(matcher.links[list(rows)].sum(axis=0)).ravel()
    if not counts.size or counts.max() < _RESOLVED * len(rows):
        return -1
    return int(counts.argmax())


def main_words(group: Group) -> tuple[Word, ...]:
    """Words that most of a group use, the most characteristic first."""
    shares = group.profile.shares
    least = _LEAST * max((shares[word.stem] for word in group.words), default=0.0)
    return tuple(word for word in group.words if shares[word.stem] >= least)[:_WORDS]
