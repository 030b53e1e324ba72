"""A gap and what is known about it -> the outline of an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from textwrap import shorten

from msgspec import Struct
from msgspec.structs import replace

from kbtool.drafting.agents import find_quotes
from kbtool.drafting.linking import describe, find_contact, find_related
from kbtool.drafting.messages import find_messages
from kbtool.drafting.refusing import ask_expert, find_refusal
from kbtool.drafting.values import AskedFact, Outline, Section
from kbtool.language.asked_types import find_asked_type
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.asked import count_askers
from kbtool.model import Action, Fact, Gap, GapReport, KnowledgeBase, Question
from kbtool.patterns import lazy_pattern

_QUOTES = 3  # of customers in a section
_LONGEST_QUOTE, _LONGEST_TITLE = 200, 90  # characters
_LABELS = 6
_LEAST = 0.1  # share of a section's people who must ask for a kind of fact; below, it is chance
_I = lazy_pattern(r"(?<![\w.'’-])i(?=[\s?!,]|['’](?:m|d|ve|ll)\b|\Z)")
_CLOSED = (Action.IMPROVE, Action.RETITLE, Action.SURFACE, Action.READINESS, Action.SPLIT)


class Evidence(Struct, frozen=True):
    """What an outline may rest on."""

    report: GapReport
    kb: KnowledgeBase
    asked: Sequence[Question]  # all questions, to count
    shown: Sequence[Question]  # the same, with "" for texts that may not be quoted
    solved: Sequence[Question] = ()  # further questions that agents answered
    min_askers: int = 3  # people that must ask before there is a gap
    min_quoted: int = 3  # people that must ask before somebody is quoted
    locale: str = "en"


def make_outline(gap: Gap, evidence: Evidence) -> Outline:
    """Outline of what is known, or a refusal with questions where that is too little."""
    cluster, wanted = gap.cluster, frozenset(gap.cluster.questions)
    asked = _by_id(evidence.asked, wanted)
    shown = _by_id(evidence.shown, wanted)
    texts = [shown[name] for name in cluster.questions if name in shown and shown[name].text]
    locale = next((question.locale for question in texts if question.locale), evidence.locale)
    improves = None
    unfilled: tuple[int, ...] = ()
    if cluster.nearest and cluster.action in _CLOSED:
        article = evidence.kb.by_id[cluster.nearest.article][0]
        improves = describe(article)
        if cluster.nearest.score >= evidence.report.threshold:  # but for them it would answer
            unfilled = find_unfilled(article, evidence.kb)
    others = [one for one in (*evidence.shown, *evidence.solved) if one.id not in wanted]
    contact = find_contact(evidence.kb, locale)
    left_out = {one.article for one in (contact, improves) if one}
    title = _make_title(cluster.label, texts) if texts else ""
    outline = Outline(
        gap=gap.id,
        title=title,
        labels=cluster.words[:_LABELS],
        locale=locale,
        people=cluster.askers,
        sections=_put_titled_first(_make_sections(gap, asked, shown, locale), title),
        agents=find_quotes(texts, others, locale, evidence.min_quoted) if texts else (),
        messages=find_messages(texts),
        contact=contact,
        related=find_related(cluster, evidence.report, evidence.kb, left_out),
        improves=improves,
        unfilled=unfilled,
    )
    refusal = find_refusal(gap, outline, evidence.min_askers)
    if not refusal:
        return outline
    return replace(outline, refusal=refusal, interview=ask_expert(gap, outline))


def _by_id(questions: Iterable[Question], names: frozenset[str]) -> dict[str, Question]:
    return {question.id: question for question in questions if question.id in names}


def _make_title(label: str, questions: Sequence[Question]) -> str:
    """The label as a title; a whole question of the group where the label was cut."""
    if label.endswith("…"):
        whole = (one.text for one in questions if len(one.text) <= _LONGEST_TITLE)
        label = next(whole, label)
    title = _I.sub("I", " ".join(label.split()))
    return title[:1].upper() + title[1:]


def _make_sections(
    gap: Gap, asked: dict[str, Question], shown: dict[str, Question], locale: str
) -> tuple[Section, ...]:
    """A section for each theme, and one for what is asked besides."""
    themes = gap.cluster.themes
    taken = {name for theme in themes for name in theme.questions}
    rest = tuple(name for name in gap.cluster.questions if name not in taken)
    sections = [
        _make_section(theme.label, theme.questions, asked, shown, locale) for theme in themes
    ]
    if not themes:
        return (_make_section("", rest, asked, shown, locale),)
    known = {fact for section in sections for fact, _ in section.facts}
    other = _make_section("", rest, asked, shown, locale)
    new = tuple(one for one in other.facts if one.fact not in known)
    return (*sections, replace(other, facts=new)) if rest else tuple(sections)


def _put_titled_first(sections: tuple[Section, ...], title: str) -> tuple[Section, ...]:
    """Sections of which the one that is headed as the title is the opening, without a heading."""
    own = [one for one in sections if one.heading and one.heading == title]
    return (*own, *(one for one in sections if one not in own))


def _make_section(
    heading: str,
    names: Sequence[str],
    asked: dict[str, Question],
    shown: dict[str, Question],
    locale: str,
) -> Section:
    questions = [asked[name] for name in names if name in asked]
    texts = (" ".join(shown[name].text.split()) for name in names if name in shown)
    quotes = dict.fromkeys(
        shorten(text, _LONGEST_QUOTE, placeholder=" …") for text in texts if text
    )
    return Section(
        heading=_make_title(heading, [shown[name] for name in names if name in shown]),
        people=count_askers(questions),
        customers=tuple(quotes)[:_QUOTES],
        facts=_count_facts(questions, locale),
    )


def _count_facts(questions: Sequence[Question], locale: str) -> tuple[AskedFact, ...]:
    groups: dict[Fact, list[Question]] = defaultdict(list)
    for question in questions:
        fact = find_asked_type(question.text, question.locale or locale)
        if fact is not None:
            groups[fact].append(question)
    counted = (AskedFact(fact, count_askers(group)) for fact, group in groups.items())
    least, order = _LEAST * count_askers(questions), list(Fact)
    wanted = (one for one in counted if one.people >= least)
    return tuple(sorted(wanted, key=lambda one: (-one.people, order.index(one.fact))))
