"""Coverage by what questions differ in, and who can help."""

import pytest
from full_report import make_kb
from msgspec.structs import replace

from kbtool.health.documentable import coverage_of_texts
from kbtool.model import Match, Need
from kbtool.render.views.library import make_library
from kbtool.render.views.sharing import divide_coverage, sort_by_hands

TEXT = "How do I change my card?"


def test_questions_are_sorted_by_who_can_help(full):
    hands = {one.name: one for one in sort_by_hands(full)}
    assert [one.groups for one in hands.values()] == [1, 2, 3]  # the answered group is an article's
    assert hands["A bot can answer"].people == 14
    assert sum(one.share for one in hands.values()) == pytest.approx(1)


def test_coverage_of_what_a_text_can_answer_leaves_the_rest_out(full):
    # Two groups without an answer and one with: the other three want a person.
    assert coverage_of_texts(full).value == pytest.approx(1 / 3)
    plain = tuple(replace(c, need=Need.ARTICLE) for c in full.gaps.clusters)
    assert coverage_of_texts(replace(full, gaps=replace(full.gaps, clusters=plain))) is None


def test_coverage_is_divided_by_what_questions_differ_in(full):
    parts = divide_coverage(full, make_library(make_kb(TEXT)))
    assert [part.title for part in parts] == ["Channel"]
    assert {row.name: row.questions for row in parts[0].rows} == {TEXT: 42, "chat": 42}
    assert sum(row.questions for row in parts[0].rows) == len(full.questions)


def test_parts_of_the_coverage_add_up_with_what_has_no_article_near(full):
    seen = [replace(m, best=None) if at % 4 == 0 else m for at, m in enumerate(full.gaps.matches)]
    channels = ("chat", "mail", "")
    questions = tuple(
        replace(q, channel=channels[at % 3], weight=2.0) for at, q in enumerate(full.questions)
    )
    health = replace(full, questions=questions, gaps=replace(full.gaps, matches=tuple(seen)))
    (part,) = divide_coverage(health, make_library(make_kb(TEXT)))
    assert [row.name for row in part.rows] == ["chat", "mail", "no channel given"]
    assert sum(row.questions for row in part.rows) == 2 * len(questions)


def test_what_has_no_article_near_is_a_row_of_the_sections(full):
    shelves = {"a": "cards", "b": "money"}
    library = make_library(make_kb(TEXT))
    seen = []
    for at, match in enumerate(full.gaps.matches):
        best = Match(("a", "b")[at % 2], "T", (), 0.5) if at % 3 else None
        seen.append(replace(match, best=best))

    class Shelves:
        def shelf(self, name):
            return replace(library.shelf(TEXT), section=shelves[name])

    health = replace(full, gaps=replace(full.gaps, matches=tuple(seen)))
    part = divide_coverage(health, Shelves())[0]
    assert part.title == "Section of the nearest article"
    assert [row.name for row in part.rows][-1] == "no article found by its words"
    assert sum(row.questions for row in part.rows) == len(full.questions)
