"""Articles and headings as tests name them -> those of the knowledge base."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kbtool.errors import InputError
from kbtool.model import Article, KnowledgeBase
from kbtool.questiontests.values import Case


class _Names(Struct, frozen=True):
    """What articles can be called by."""

    kb: KnowledgeBase
    drafts: Mapping[str, str]  # path of each draft as shown, by id
    paths: Mapping[str, str]  # id of an article or draft, by its absolute path


def resolve_cases(
    cases: Iterable[Case], kb: KnowledgeBase, drafts: Mapping[str, str] | None = None
) -> tuple[tuple[Case, ...], tuple[InputError, ...]]:
    """Cases with ids of articles, and what names nothing that is there.

    A case that does so stays, with that as its problem: it fails, and keeps no other from running.
    An article goes by its id or by a path: from the folder of the test file, or from the one the
    user stands in. ``drafts`` are paths of drafts by id: they answer nobody, and a test of one is
    a mistake. One that several questions of a test share is told once.
    """
    drafts = drafts or {}
    paths = {_absolute(path): name for name, path in drafts.items()}
    paths |= {_absolute(article.path): article.id for article in kb.articles}
    names = _Names(kb, drafts, paths)
    resolved: list[Case] = []
    problems: list[InputError] = []
    for case in cases:
        known = case
        try:
            known = _resolve_article(case, names)
            _check_passage(known, case.article, names)
        except InputError as error:
            known = replace(known, problem=f"{error.message}. {error.remedy}")
            last = problems[-1] if problems else None
            if last is None or (last.path, last.message) != (error.path, error.message):
                problems.append(error)
        resolved.append(known)
    return tuple(resolved), tuple(problems)


def _resolve_article(case: Case, names: _Names) -> Case:
    return replace(case, article=_find_id(case, names)) if case.article else case


def _find_id(case: Case, names: _Names) -> str:
    """Id of the article that a test names. Raises InputError with what may be meant."""
    folders = (Path(case.path).parent, Path())
    places = [_absolute(str(folder / case.article)) for folder in folders]
    found = [case.article, *(names.paths[place] for place in places if place in names.paths)]
    for name in found:
        if name in names.kb.by_id:
            return name
    for name in found:
        if name in names.drafts:
            message = f"`{case.article}` is a draft ({names.drafts[name]}), which answers nobody"
            remedy = "Publish it (take its `draft: true` out), or take the test out until then"
            raise InputError(message, path=case.path, line=case.line, remedy=remedy)
    raise InputError(
        f"no article is called `{case.article}`",
        path=case.path,
        line=case.line,
        remedy=_suggest(case.article, names),
    )


def _suggest(name: str, names: _Names) -> str:
    """The article whose id, file or title looks most like the name."""
    known = {name.casefold(): name for name in names.drafts}
    for article in names.kb.articles:
        title = article.title.text if article.title else ""
        for other in (title, Path(article.path).stem, article.id):
            known[other.casefold()] = article.id
    written = (name.casefold(), Path(name).stem.casefold())
    near = [hit for one in written for hit in get_close_matches(one, known, 1)]
    if not near:
        return "Name its id, or its path from this file"
    found = known[near[0]]
    draft = ", which is a draft and answers nobody" if found in names.drafts else ""
    return f"Did you mean `{found}`{draft}?"


def _absolute(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - normalises without links


def _check_passage(case: Case, name: str, names: _Names) -> None:
    """Raise InputError where the article, which the test calls by a name, lacks the passage."""
    if not case.passage:
        return
    articles: Sequence[Article] = names.kb.by_id.get(case.article, ())
    headings = {heading: None for one in articles for s in one.sections for heading in s.path}
    if any(stands_below(s.path, case.passage) for one in articles for s in one.sections):
        return
    shown = " > ".join(case.passage)
    near = get_close_matches(case.passage[-1], headings, 1, 0.5)
    remedy = f"Did you mean `{near[0]}`?" if near else "Name one of its headings"
    message = f"`{name}` has no passage `{shown}`"
    raise InputError(message, path=case.path, line=case.line, remedy=remedy)


def stands_below(path: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a heading path holds these headings one right below the other."""
    own, wanted = _fold(path), _fold(headings)
    return any(own[at : at + len(wanted)] == wanted for at in range(len(own) - len(wanted) + 1))


def _fold(headings: Sequence[str]) -> list[str]:
    return [" ".join(heading.split()).casefold() for heading in headings]
