"""One run of the linter over a project, from paths to a report.

Three shortcuts, each only taken where it cannot change the result: a run of which nothing changed
is kept whole, files that did not change are not drafted again, and files that did not change
since they were last read are not read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from kbtool.articles import ArticleFile, Found, Skipped, existing_files, find_missing_pages
from kbtool.linter import UNUSED, LintResult, close_draft, finish_article, gather, join
from kbtool.linter.values import Draft
from kbtool.model import KnowledgeBase
from kbtool.rule import Rule
from kbtool.runner.cache import Cache, NoCache
from kbtool.runner.codec import (
    FileDraft,
    KeptRun,
    decode_draft,
    decode_run,
    decode_surveys,
    encode,
)
from kbtool.runner.files import find_asked, find_context, narrow
from kbtool.runner.pool import draft_files
from kbtool.runner.request import Request
from kbtool.runner.sources import Contents, Sources, digest
from kbtool.runner.values import Interruption, LintReport, RuleList

Progress = Callable[[str, int, int], None]
CHECKING, COMPARING = "checking", "comparing"  # each alone, then with all others


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def run_lint(
    request: Request,
    cache: Cache | None = None,
    progress: Progress = no_progress,
    *,
    partial: bool = False,
) -> LintReport:
    """Everything that is found in the articles asked for. Raises KbtoolError for wrong settings.

    ``progress`` is told what is done, how many and of how many. With ``partial`` a run that is
    interrupted once it looks at articles gives what it found so far, and does not raise.
    """
    return _Run(request, cache or NoCache(), progress, partial=partial).report()


class _Run:
    def __init__(
        self, request: Request, cache: Cache, progress: Progress, *, partial: bool
    ) -> None:
        self.partial = partial
        self.interrupted: Interruption | None = None
        self.request = request
        self.drafter = request.drafter
        self.cache = cache
        self.progress = progress
        asked = find_asked(request.drafter.project, request)
        self.context: Found = find_context(request.drafter.project, request, asked)
        self.asked: Found = narrow(asked, request.only)
        self.contents = Contents(request.overlays, cache, time.time_ns())
        files = {file.shown: file for file in (*self.context.files, *self.asked.files)}
        self.by_shown = files
        self.files = tuple(files[shown] for shown in sorted(files))
        self.digests = self.contents.digest_all(self.files)

    def report(self) -> LintReport:
        kept = self._remember() if self.cache.keeps else self._make()
        files = {outline.path: self._file_of(outline.path) for outline in kept.outlines}
        return LintReport(
            findings=kept.result.findings,
            articles=kept.outlines,
            sources=Sources(files, self.request.overlays),
            rules=RuleList(kept.codes, lambda: self.drafter.plan.known_rules),
            suppressed=kept.result.suppressed,
            faults=kept.result.faults,
            skipped=tuple(sorted((*self.asked.skipped, *kept.skipped), key=lambda s: s.path)),
            skipped_languages=kept.result.skipped_languages,
            interrupted=self.interrupted,
        )

    def _remember(self) -> KeptRun:
        """The run as the cache knows it, else made now and kept."""
        key = self._key("run", *sorted(file.shown for file in self.asked.files))
        kept = self._recall(key)
        if kept is None:
            kept = self._make()
            if not self.interrupted:
                self._keep(key, kept)
        return kept

    def _key(self, *parts: str) -> bytes:
        """Digest of everything that decides what these parts give."""
        drafter = self.drafter
        texts = (drafter.plan.digest, drafter.today.isoformat(), drafter.root, *parts)
        known = (f"{shown}\0{self.digests[shown].hex()}" for shown in sorted(self.digests))
        others = sorted(self.context.others | self.asked.others)
        return digest(
            "\0\0".join((*texts, "", *known, "", *others)).encode("utf-8", "surrogatepass")
        )

    def _recall(self, key: bytes) -> KeptRun | None:
        content = self.cache.get([key]).get(key)
        if content is None or not all(self.digests.values()):
            return None
        try:
            kept = decode_run(content)
        except msgspec.MsgspecError:
            return None
        return kept if tuple(sorted(self._linked(kept.places))) == kept.files else None

    def _keep(self, key: bytes, kept: KeptRun) -> None:
        if all(self.digests.values()) and not kept.result.faults and _are_encodable(self.digests):
            self.cache.put({key: encode(kept)}, self.contents.fresh)

    def _linked(self, places: Sequence[str]) -> frozenset[str]:
        others = self.context.others | self.asked.others
        return existing_files(places, (*self.digests, *others))

    def _file_of(self, path: str) -> ArticleFile:
        """File that holds the article with a path; of an export it is what stands before "#"."""
        return self.by_shown.get(path) or self.by_shown[path.rpartition("#")[0]]

    def _make(self) -> KeptRun:
        self.drafter.plan.check()
        drafts: dict[str, FileDraft] = {}
        try:
            self._draft_all(drafts)
            return self._compare(drafts)
        except (KeyboardInterrupt, SystemExit) as signal:
            if not self.partial:
                raise
            left = sum(file.shown not in drafts for file in self.asked.files)
            self.interrupted = Interruption(signal, left)
            return self._close(drafts)

    def _close(self, drafts: Mapping[str, FileDraft]) -> KeptRun:
        """What the drafts tell as they are: that holds whatever other articles say."""
        mine = self._asked_of(drafts)
        rules = self._active_in(mine)
        codes = (rule.code for rule in rules if not rule.whole and rule.name != UNUSED)
        return KeptRun(
            join(map(close_draft, mine)),
            tuple(draft.outline for draft in mine),
            self._skipped_of(drafts),
            tuple(sorted(codes)),
            places=(),
            files=(),
        )

    def _asked_of(self, drafts: Mapping[str, FileDraft]) -> list[Draft]:
        """Drafts of the articles asked for, in order of path."""
        done = (drafts[file.shown] for file in self.asked.files if file.shown in drafts)
        return sorted((d for part in done for d in part.drafts), key=lambda d: d.outline.path)

    def _active_in(self, mine: Sequence[Draft]) -> Iterable[Rule[Any]]:
        """Rules that judge at least one of the articles."""
        plan = self.drafter.plan
        active = (a.rule for d in mine for a in plan.rules_for(d.outline.path, d.outline.id))
        return {rule.code: rule for rule in active}.values()

    def _skipped_of(self, drafts: Mapping[str, FileDraft]) -> tuple[Skipped, ...]:
        done = (drafts[file.shown] for file in self.asked.files if file.shown in drafts)
        return tuple(skip for part in done for skip in part.skipped)

    def _find_missing_pages(self) -> Iterator[Skipped]:
        """What exports beside those asked for, and they themselves, say of pages that are not here.

        A page from standard input is one without the others.
        """
        folders = {os.path.dirname(file.place) for file in self.asked.files}  # noqa: PTH120 - of many
        return find_missing_pages(
            file
            for file in self.files
            if os.path.dirname(file.place) in folders  # noqa: PTH120 - of many
            and file.shown not in self.request.overlays
        )

    def _compare(self, drafts: Mapping[str, FileDraft]) -> KeptRun:
        """What the drafts tell, now that all are there."""
        places = tuple(sorted({place for draft in drafts.values() for place in draft.places}))
        linked = self._linked(places)
        known = self.context.others | self.asked.others | linked
        kb = KnowledgeBase((), self.drafter.today, self.drafter.root, known)
        plan = self.drafter.plan
        whole = tuple(rule for rule in plan.known_rules if rule.whole)
        articles = [draft for part in drafts.values() for draft in part.drafts]
        kb = gather(kb, ((d.outline, decode_surveys(d.surveys, whole)) for d in articles))
        mine = self._asked_of(drafts)
        files = {draft.outline.path: self._file_of(draft.outline.path) for draft in mine}
        sources = Sources(files, self.request.overlays)
        result = join(self._finish_all(mine, kb, sources))
        return KeptRun(
            result,
            tuple(draft.outline for draft in mine),
            (*self._skipped_of(drafts), *self._find_missing_pages()),
            tuple(sorted(rule.code for rule in self._active_in(mine))),
            places,
            tuple(sorted(linked)),
        )

    def _finish_all(
        self, drafts: Sequence[Draft], kb: KnowledgeBase, sources: Sources
    ) -> Iterator[LintResult]:
        for done, draft in enumerate(drafts, 1):
            yield self._finish(draft, kb, sources)
            self.progress(COMPARING, done, len(drafts))

    def _finish(self, draft: Draft, kb: KnowledgeBase, sources: Sources) -> LintResult:
        path, plan = draft.outline.path, self.drafter.plan
        rules = plan.rules_for(path, draft.outline.id)
        return finish_article(draft, kb, rules, lambda: sources[path], lambda: plan.known_rules)

    def _draft_all(self, drafts: dict[str, FileDraft]) -> None:
        """Add the draft of every file by the path shown: from the cache, or made now and kept."""
        keys: dict[str, bytes] = {}
        if self.cache.keeps:  # a digest of the program is part of each key
            keys = {shown: self._draft_key(shown) for shown, found in self.digests.items() if found}
        kept = self.cache.get(list(keys.values()))
        missing: list[ArticleFile] = []
        for file in self.files:
            draft = _decode(kept.get(keys.get(file.shown, b"")))
            if draft is not None:
                drafts[file.shown] = draft
            elif file.shown in self.request.overlays or not _is_encodable(file.shown):
                drafts[file.shown] = self.drafter.draft_file(file, self.request.overlays)
            else:
                missing.append(file)
        made: dict[bytes, bytes] = {}
        for done, (file, encoded) in enumerate(self._draft(missing), 1):
            drafts[file.shown] = decode_draft(encoded)
            if file.shown in keys and not any(d.faults for d in drafts[file.shown].drafts):
                made[keys[file.shown]] = encoded
            self.progress(CHECKING, done, len(missing))
        self.cache.put(made, self.contents.fresh)

    def _draft(self, files: Sequence[ArticleFile]) -> Iterator[tuple[ArticleFile, bytes]]:
        return draft_files(self.drafter, files, self.request.processes)

    def _draft_key(self, shown: str) -> bytes:
        drafter = self.drafter
        texts = (drafter.plan.digest, drafter.today.isoformat(), drafter.root, "draft", shown)
        return digest("\0".join(texts).encode("utf-8", "surrogatepass") + self.digests[shown])


def _are_encodable(paths: Iterable[str]) -> bool:
    return all(map(_is_encodable, paths))


def _is_encodable(path: str) -> bool:
    """Whether a path is text; those that are any other bytes cannot be kept or sent as such."""
    return path.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in path)


def _decode(content: bytes | None) -> FileDraft | None:
    try:
        return decode_draft(content) if content is not None else None
    except msgspec.MsgspecError:  # written by a version whose values were others
        return None
