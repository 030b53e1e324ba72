"""All criteria of readiness, with how each is measured.

R01 to R32 are about one article, K01 to K12 about all of them together. Most of the first follow
from rules: add a code to a line here, and its findings count. What no rule stands for is measured
by a function from a module beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kbtool.health.readiness import (
    demand,
    finding,
    library,
    procedures,
    structure,
    translations,
    upkeep,
    wording,
)
from kbtool.health.readiness.answers import Answer
from kbtool.health.readiness.by_rules import Measure, by_rules
from kbtool.health.readiness.seen import SeenAll


class OfArticle(NamedTuple):
    """A criterion of one article."""

    id: str
    name: str
    measure: Measure


class OfWhole(NamedTuple):
    """A criterion of all articles together."""

    id: str
    name: str
    measure: Callable[[SeenAll], Answer]


ARTICLE = (
    OfArticle(
        "R01",
        "title as customers ask",
        by_rules(
            "STR001", "FND001", "FND002",
            clean="the title names a task, a question or a problem",
        ),
    ),
    OfArticle("R02", "one topic", finding.has_one_topic),
    OfArticle(
        "R03",
        "opening says what it is for",
        by_rules("STR009", clean="", then=structure.says_what_it_is_for),
    ),
    OfArticle(
        "R04",
        "real headings",
        by_rules(
            "STR008", "STR003", "STR002",
            clean="headings are headings, and none skips a level",
        ),
    ),
    OfArticle(
        "R05",
        "telling headings",
        by_rules("BOT004", "STR007", clean="each heading says what stands below it"),
    ),
    OfArticle("R06", "sections take up their heading", structure.restates_headings),
    OfArticle(
        "R07",
        "sections stand alone",
        by_rules("BOT001", clean="no section points to another by its place"),
    ),
    OfArticle(
        "R08",
        "no dangling openings",
        by_rules("BOT002", clean="no section begins with a word that leans on the text before it"),
    ),
    OfArticle("R09", "products are named", wording.names_products),
    OfArticle(
        "R10",
        "sections of a fit size",
        by_rules("BOT003", "STR005", clean="each section makes a passage of its own"),
    ),
    OfArticle("R11", "answers in full sentences", wording.answers_in_sentences),
    OfArticle(
        "R12",
        "steps and options as lists",
        by_rules("STR015", clean="", then=structure.follows_colons_with_lists),
    ),
    OfArticle("R13", "lists and tables introduced", structure.introduces_lists),
    OfArticle("R14", "result after the last step", procedures.says_the_result),
    OfArticle("R15", "exact quantities", wording.is_exact),
    OfArticle(
        "R16",
        "acronyms explained",
        by_rules("CLR007", clean="it explains each acronym, or has none"),
    ),
    OfArticle("R17", "audience named", procedures.names_audience),
    OfArticle("R18", "limits with a way round", procedures.offers_way_round),
    OfArticle(
        "R19",
        "images told in text",
        by_rules(
            "IMG001", "IMG002", "IMG004",
            clean="each image has an alternative text, or there are none",
        ),
    ),
    OfArticle(
        "R20",
        "nothing in media alone",
        by_rules("IMG004", "HYG004", clean="", then=procedures.is_text),
    ),
    OfArticle(
        "R21", "simple tables", by_rules("STR020", clean="", then=structure.has_simple_tables)
    ),
    OfArticle("R22", "errors quoted", wording.quotes_errors),
    OfArticle(
        "R23",
        "one term for one thing",
        by_rules("TRM001", "TRM002", "TRM003", clean="no thing is written in two ways"),
    ),
    OfArticle(
        "R24",
        "plain language",
        by_rules(
            "CLR001", "CLR004", "CLR006", "STR014", "RDB001",
            clean="sentences, paragraphs and words are plain",
        ),
    ),
    OfArticle("R25", "up to date", by_rules("FRS001", "FRS002", clean="", then=upkeep.has_date)),
    OfArticle("R26", "customers' words", finding.holds_customers_words),
    OfArticle(
        "R27", "way to a person", by_rules("ESC001", clean="", then=procedures.leads_to_person)
    ),
    OfArticle(
        "R28",
        "what if it does not help",
        by_rules("ESC002", clean="no troubleshooting in it ends without a next step"),
    ),
    OfArticle(
        "R29",
        "links tell and lead",
        by_rules(
            "LNK001", "LNK003", "LNK004", "LNK008",
            clean="links say where they lead, and lead there",
        ),
    ),
    OfArticle("R30", "long articles summed up", structure.sums_up),
    OfArticle(
        "R31",
        "nothing internal or unfinished",
        by_rules("FRS005", "LNK009", clean="", then=procedures.is_for_customers),
    ),
    OfArticle("R32", "in its language", wording.is_in_its_language),
)  # fmt: skip

WHOLE = (
    OfWhole("K01", "questions are covered", demand.covers_questions),
    OfWhole("K02", "found articles answer", demand.answers_what_is_found),
    OfWhole("K03", "no duplicates", library.has_no_duplicates),
    OfWhole("K04", "no contradictions", demand.has_no_contradictions),
    OfWhole("K05", "categories do not overlap", demand.keeps_categories_apart),
    OfWhole("K06", "articles are told apart", demand.tells_articles_apart),
    OfWhole("K07", "no orphans", library.has_no_orphans),
    OfWhole("K08", "what many ask for is fresh", demand.is_fresh_where_asked),
    OfWhole("K09", "translations keep up", translations.keep_up),
    OfWhole("K10", "out of scope is stated", library.states_scope),
    OfWhole("K11", "question tests pass", library.passes_tests),
    OfWhole("K12", "error codes are covered", demand.covers_error_codes),
)
