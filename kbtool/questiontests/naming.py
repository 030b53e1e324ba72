"""Articles and headings as tests name them -> those of the knowledge base."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace

from kbtool.errors import InputError
from kbtool.model import Article, KnowledgeBase
from kbtool.questiontests.values import Case


def resolve_cases(
    cases: Iterable[Case], kb: KnowledgeBase
) -> tuple[tuple[Case, ...], tuple[InputError, ...]]:
    """Cases with ids of articles, and what names nothing that is there.

    An article goes by its id or by a path: from the folder of the test file, or from the one the
    user stands in.
    """
    paths = {_absolute(article.path): article.id for article in kb.articles}
    resolved: list[Case] = []
    problems: list[InputError] = []
    for case in cases:
        try:
            resolved.append(_resolve(case, kb, paths))
        except InputError as error:
            if str(error) not in map(str, problems[-1:]):
                problems.append(error)
    return tuple(resolved), tuple(problems)


def _resolve(case: Case, kb: KnowledgeBase, paths: dict[str, str]) -> Case:
    if not case.article:
        return case
    article = _find_id(case, kb, paths)
    if case.passage:
        _check_passage(case, kb.by_id[article])
    return replace(case, article=article)


def _find_id(case: Case, kb: KnowledgeBase, paths: dict[str, str]) -> str:
    if case.article in kb.by_id:
        return case.article
    for folder in (Path(case.path).parent, Path()):
        found = paths.get(_absolute(str(folder / case.article)))
        if found:
            return found
    near = get_close_matches(case.article, kb.by_id, 1)
    remedy = f"Did you mean `{near[0]}`?" if near else "Name its id, or its path from this file"
    raise InputError(
        f"no article is called `{case.article}`", path=case.path, line=case.line, remedy=remedy
    )


def _absolute(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - normalises without links


def _check_passage(case: Case, articles: Sequence[Article]) -> None:
    headings = {heading: None for one in articles for s in one.sections for heading in s.path}
    if any(stands_below(s.path, case.passage) for one in articles for s in one.sections):
        return
    shown = " > ".join(case.passage)
    near = get_close_matches(case.passage[-1], headings, 1, 0.5)
    remedy = f"Did you mean `{near[0]}`?" if near else "Name one of its headings"
    message = f"`{case.article}` has no passage `{shown}`"
    raise InputError(message, path=case.path, line=case.line, remedy=remedy)


def stands_below(path: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a heading path holds these headings one right below the other."""
    own, wanted = _fold(path), _fold(headings)
    return any(own[at : at + len(wanted)] == wanted for at in range(len(own) - len(wanted) + 1))


def _fold(headings: Sequence[str]) -> list[str]:
    return [" ".join(heading.split()).casefold() for heading in headings]
