"""The server: what an editor tells it, and what it answers.

Documents are always sent whole: pygls counts lines in another way than editors where a text holds
form feeds or U+2028, so a change of a part could end up in the wrong place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types
from msgspec import Struct, field
from pygls import uris
from pygls.lsp.server import LanguageServer

from kbtool.errors import KbtoolError
from kbtool.lsp.actions import FIX_ALL, offer_actions
from kbtool.lsp.diagnostics import diagnose, explain
from kbtool.lsp.session import Checked, Document, Session

PAUSE = 0.2  # seconds without a keystroke after which a document is checked


class _Desk(Struct):
    """Checks documents one after the other, in one thread, while the editor goes on."""

    server: LanguageServer
    session: Session
    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    checked: dict[str, Checked] = field(default_factory=dict)  # by URI
    waiting: asyncio.Task[None] | None = None
    told: str = ""  # the last fault shown, so that it is shown once

    @property
    def encoding(self) -> str:
        agreed = self.server.workspace.position_encoding or "utf-16"
        return str(getattr(agreed, "value", agreed))

    def documents(self) -> list[Document]:
        found = []
        for uri, text in self.server.workspace.text_documents.items():
            place = uris.to_fs_path(uri) if uri.startswith("file:") else None
            if place:
                found.append(Document(uri, Path(place), text.version or 0, text.source))
        return found

    def check_soon(self) -> None:
        """Check all open documents once nothing has changed for a moment."""
        if self.waiting:
            self.waiting.cancel()
        self.waiting = asyncio.ensure_future(self._wait_and_check())

    async def _wait_and_check(self) -> None:
        await asyncio.sleep(PAUSE)
        await self.check()

    async def check(self) -> None:
        """Check all open documents and tell the editor what was found."""
        documents = self.documents()
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self.thread, self.session.check, documents)
        except KbtoolError as error:
            self._tell(str(error))
            found = [Checked(document) for document in documents]
        else:
            self.told = ""
        current = {document.uri: document.version for document in self.documents()}
        for checked in found:
            document = checked.document
            if current.get(document.uri) == document.version:
                self.checked[document.uri] = checked
                self._publish(checked)

    def _publish(self, checked: Checked) -> None:
        document = checked.document
        params = types.PublishDiagnosticsParams(
            document.uri, diagnose(checked, self.encoding), document.version
        )
        self.server.text_document_publish_diagnostics(params)

    def _tell(self, message: str) -> None:
        if message != self.told:
            self.told = message
            shown = types.ShowMessageParams(types.MessageType.Error, f"kbtool: {message}")
            self.server.window_show_message(shown)

    async def fresh(self, uri: str) -> Checked | None:
        """What was found in the document as it is now; None where it is not open."""
        version = {document.uri: document.version for document in self.documents()}.get(uri)
        if version is None:
            return None
        known = self.checked.get(uri)
        if known is None or known.document.version != version:
            await self.check()
        return self.checked.get(uri)

    def close(self, uri: str) -> None:
        """Forget a document and clear what the editor shows of it."""
        self.checked.pop(uri, None)
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def make_server(session: Session, version: str) -> LanguageServer:
    """Server that is ready to be started."""
    server = LanguageServer(
        "kbtool", version, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    desk = _Desk(server, session)
    _follow_documents(server, desk)
    _answer_questions(server, desk)
    return server


def _follow_documents(server: LanguageServer, desk: _Desk) -> None:
    check_soon: Callable[[object], None] = lambda _params: desk.check_soon()  # noqa: E731 - four alike
    for method in (
        types.TEXT_DOCUMENT_DID_OPEN,
        types.TEXT_DOCUMENT_DID_CHANGE,
        types.TEXT_DOCUMENT_DID_SAVE,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    ):
        server.feature(method)(check_soon)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)


def _answer_questions(server: LanguageServer, desk: _Desk) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        checked = await desk.fresh(params.text_document.uri)
        return explain(checked, params.position, desk.encoding) if checked else None

    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds)
    )
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = await desk.fresh(params.text_document.uri)
        if not checked:
            return []
        return offer_actions(checked, params.range, params.context.only, desk.encoding)
