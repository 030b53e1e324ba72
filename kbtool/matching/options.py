"""What a user can set about gaps: the ``[gaps]`` table of kbtool.toml; and what finding may use."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from kbtool.config.tables import CostsTable
from kbtool.engines import Engine
from kbtool.model import Question
from kbtool.progress import Tell

# Of fewer articles most questions of a log fit none, and even odds cannot be learned among words
# in common. Where 5 to 10 of the sample's 66 answer 5 to 16 of 100 questions of its log, what is
# learned said 53 to 67 and the default 7 to 23; where they answer 90, both said 65 to 85. Verdicts
# on 8 of banking77, stackfaq and hwu64: .63 .33 .56 right when learned, .80 .96 .86 by default.
FEW_ARTICLES = 30


class GapOptions(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Settings of ``find_gaps``."""

    min_askers: Annotated[
        int, Meta(ge=1, le=1_000_000, description="People who must ask before a gap is reported.")
    ] = 3
    threshold: (
        Annotated[
            float,
            Meta(
                ge=0.0,
                le=1.0,
                description="Score from which a match counts as an answer; "
                "leave out to have it found on your own articles.",
            ),
        ]
        | None
    ) = None
    group_distance: Annotated[
        float,
        Meta(
            gt=0.0,
            lt=1.0,
            description="Distance up to which questions belong together: "
            "smaller gives more and purer groups.",
        ),
    ] = 0.4
    controls: Annotated[
        bool,
        Meta(
            description="Measure how many questions would be called answered by articles that "
            "cannot answer them; takes up to a third more time.",
        ),
    ] = True
    learn: Annotated[
        bool,
        Meta(description="Learn from questions that agents resolved with an article."),
    ] = True


class Means(msgspec.Struct, frozen=True):
    """What gaps are found with, beside articles, questions and options."""

    teachers: tuple[Question, ...] = ()
    """Further questions that agents resolved: kbtool learns from them and does not count them."""
    costs: CostsTable = CostsTable()  # what a contact costs
    engine: Engine | None = None  # matches questions elsewhere; changes nothing about the result
    progress: Tell | None = None  # told the name of a step and the share of all work that is done
