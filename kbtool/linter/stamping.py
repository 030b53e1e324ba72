"""Hits become findings: with a place, a rule and a severity, or silenced."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kbtool.errors import SlowPatternError
from kbtool.linter.values import RuleFault
from kbtool.model import Finding, Hit, Source, Span
from kbtool.rule import ActiveRule
from kbtool.suppress import Suppression, Suppressions


def stamp(hit: Hit, active: ActiveRule, source: Source) -> Finding:
    """Finding that a hit becomes; a place outside the text is moved into it."""
    start = min(max(hit.span.start, 0), len(source.text))
    end = min(max(hit.span.end, start), len(source.text))
    first, last = source.position(start), source.position(end)
    return Finding(
        path=source.path,
        span=Span(start, end),
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        code=active.rule.code,
        rule=active.rule.name,
        severity=active.severity_of(hit),
        message=hit.message,
        help=hit.help,
        edit=None if source.virtual else hit.edit,
        may_block=hit.may_block,
    )


class Desk:
    """Takes the hits in one article and sorts them into findings and silenced ones."""

    def __init__(
        self,
        path: str,
        source: Callable[[], Source],
        suppressions: Suppressions,
        used: Iterable[Suppression] = (),
    ) -> None:
        """Begin with nothing found; ``source`` is called when the first hit comes in."""
        self.path = path
        self.suppressions = suppressions
        self.findings: list[Finding] = []
        self.suppressed: list[Finding] = []
        self.faults: list[RuleFault] = []
        self.used = set(used)
        self._source = source

    def take(self, active: ActiveRule, find: Callable[[], Iterable[Hit]]) -> None:
        """Stamp what ``find`` finds for a rule; what it raises is noted as a fault, not passed on.

        Hits that came before it raised are kept.
        """
        try:
            for hit in find():
                self._file(active, hit)
        except SlowPatternError as error:
            self.note_stopped(active, f"{error.message} on {self.path}. {error.remedy}")
        except Exception as error:  # noqa: BLE001 - a faulty rule must not end the run unheard
            detail = f"{type(error).__name__}: {error}"
            self.faults.append(RuleFault(active.rule.name, self.path, detail))

    def note_stopped(self, active: ActiveRule, why: str) -> None:
        """Note that a rule is off for the rest of the run, and so did not judge this article."""
        self.faults.append(RuleFault(active.rule.name, self.path, why, stopped=True))

    def _file(self, active: ActiveRule, hit: Hit) -> None:
        source = self._source()
        finding = stamp(hit, active, source)
        codes = frozenset(active.rule.names)
        silencing = self.suppressions.silencing(codes, hit.span, source.slice(hit.span))
        self.used.update(silencing)
        (self.suppressed if silencing else self.findings).append(finding)
