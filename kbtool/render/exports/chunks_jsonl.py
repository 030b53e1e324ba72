"""Chunks as JSON Lines: one object a passage, in the order of articles and headings."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kbtool.export import Chunk
from kbtool.render.json_line import write_line


def render(chunks: Iterable[Chunk], *, headings_in_text: bool = False) -> str:
    """All chunks; where headings go into the text, title and headings are its first line."""
    return "".join(
        write_line(msgspec.to_builtins(_with_headings(chunk) if headings_in_text else chunk))
        for chunk in chunks
    )


def _with_headings(chunk: Chunk) -> Chunk:
    line = " > ".join((chunk.title, *chunk.heading_path))
    return msgspec.structs.replace(chunk, text=f"{line}\n\n{chunk.text}")
