"""What an editor offers to do about findings: mend one, mend all, ignore one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from kbtool.fixer import choose_edits
from kbtool.lsp.diagnostics import describe
from kbtool.lsp.positions import Positions
from kbtool.lsp.session import Checked
from kbtool.model import Change, Finding
from kbtool.runner.ignoring import ignore_here

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.kbtool"


def offer_actions(
    checked: Checked,
    asked: types.Range,
    only: Sequence[str] | None,
    encoding: str,
) -> list[types.CodeAction]:
    """Actions for a range; ``only`` names the kinds that are wanted, None all."""
    positions = Positions(checked.document.source, encoding)
    start, end = positions.offset_of(asked.start), positions.offset_of(asked.end)
    here = [f for f in checked.findings if f.span.start <= end and start <= f.span.end]
    actions = [action for f in here for action in _for_finding(checked, f, positions)]
    actions += _fix_all(checked, positions)
    return [action for action in actions if _is_wanted(action, only)]


def _is_wanted(action: types.CodeAction, only: Sequence[str] | None) -> bool:
    kind = str(getattr(action.kind, "value", action.kind))
    if only is None:
        return kind != FIX_ALL  # offered on save, not in the menu at each place
    return any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in map(_name, only))


def _name(kind: object) -> str:
    return str(getattr(kind, "value", kind))


def _for_finding(
    checked: Checked,
    finding: Finding,
    positions: Positions,
) -> Iterator[types.CodeAction]:
    diagnostics = [describe(finding, positions)]
    if finding.edit:
        yield types.CodeAction(
            title=finding.help or f"Mend {finding.rule}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=diagnostics,
            is_preferred=finding.edit.safe,
            edit=_edit(checked, finding.edit.changes, positions),
        )
    change = ignore_here(checked.document.source, finding)
    yield types.CodeAction(
        title=f"Ignore {finding.rule} here",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=diagnostics,
        edit=_edit(checked, (change,), positions),
    )


def _fix_all(checked: Checked, positions: Positions) -> Iterator[types.CodeAction]:
    safe = [f.edit for f in checked.findings if f.edit and f.edit.safe]
    if safe:
        changes = (change for edit in choose_edits(safe) for change in edit.changes)
        yield types.CodeAction(
            title="Mend all that cannot change the meaning",
            kind=FIX_ALL,
            edit=_edit(checked, changes, positions),
        )


def _edit(
    checked: Checked,
    changes: Iterable[Change],
    positions: Positions,
) -> types.WorkspaceEdit:
    document = checked.document
    edits = [types.TextEdit(positions.range_of(c.span), c.text) for c in changes]
    versioned = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(versioned, edits)])
