"""Frozen values that all layers share; standard library only."""

from kbtool.model.answer import Answer, Candidate, Decision
from kbtool.model.article import (
    Article,
    Block,
    Code,
    Comment,
    Entry,
    FrontMatter,
    Heading,
    Ignore,
    Image,
    Item,
    Link,
    ListPart,
    Problem,
    Section,
    Sentence,
    Table,
    Title,
)
from kbtool.model.evaluation import Evaluation, Miss
from kbtool.model.fact import Fact
from kbtool.model.finding import Change, Edit, Finding, Hit, Severity
from kbtool.model.gap import Action, Cluster, Gap, GapReport, Interval, Match, QuestionMatch
from kbtool.model.knowledge_base import KnowledgeBase, Outline
from kbtool.model.prose import IMAGE, MASK, Mark, MarkKind, Piece, Prose
from kbtool.model.question import SIGNALS, Excluded, Question, QuestionLog, Rejected
from kbtool.model.source import Position, Source, Span

__all__ = [
    "IMAGE",
    "MASK",
    "SIGNALS",
    "Action",
    "Answer",
    "Article",
    "Block",
    "Candidate",
    "Change",
    "Cluster",
    "Code",
    "Comment",
    "Decision",
    "Edit",
    "Entry",
    "Evaluation",
    "Excluded",
    "Fact",
    "Finding",
    "FrontMatter",
    "Gap",
    "GapReport",
    "Heading",
    "Hit",
    "Ignore",
    "Image",
    "Interval",
    "Item",
    "KnowledgeBase",
    "Link",
    "ListPart",
    "Mark",
    "MarkKind",
    "Match",
    "Miss",
    "Outline",
    "Piece",
    "Position",
    "Problem",
    "Prose",
    "Question",
    "QuestionLog",
    "QuestionMatch",
    "Rejected",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Table",
    "Title",
]
