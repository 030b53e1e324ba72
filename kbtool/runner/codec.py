"""Drafts as bytes: what worker processes send and what the cache keeps.

The surveys in a draft stay bytes until a rule asks for them: their types are known to the rules
alone, and a run that finds everything in the cache loads no rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import Skipped
from kbtool.linter import Draft, LintResult
from kbtool.model import Outline
from kbtool.rule import Rule


class FileDraft(Struct, frozen=True):
    """What one file gave."""

    drafts: tuple[Draft, ...] = ()  # one for each article in it; surveys as bytes
    skipped: tuple[Skipped, ...] = ()
    places: tuple[str, ...] = ()  # paths that its articles link to, see ``linked_places``


class KeptRun(Struct, frozen=True):
    """What a whole run gave, and the files whose existence it depends on."""

    result: LintResult
    outlines: tuple[Outline, ...]
    skipped: tuple[Skipped, ...]
    codes: tuple[str, ...]  # of the rules that ran
    places: tuple[str, ...]
    files: tuple[str, ...]  # those of the places that were there


def encode_surveys(draft: Draft) -> Draft:
    """The draft with its surveys as bytes."""
    surveys = {code: _encoder().encode(facts) for code, facts in draft.surveys.items()}
    return replace(draft, surveys=surveys)


def decode_surveys(surveys: Mapping[str, bytes], rules: Sequence[Rule[Any]]) -> dict[str, Any]:
    """Surveys as the rules made them; those of other rules are left out."""
    return {
        rule.code: _decoder(rule.facts).decode(surveys[rule.code])
        for rule in rules
        if rule.code in surveys
    }


def encode(value: FileDraft | KeptRun) -> bytes:
    """Bytes of a value."""
    return _encoder().encode(value)


def decode_draft(content: bytes) -> FileDraft:
    """Draft that bytes stand for. Raises msgspec.MsgspecError for any others."""
    draft: FileDraft = _decoder(FileDraft).decode(content)
    return draft


def decode_run(content: bytes) -> KeptRun:
    """Run that bytes stand for. Raises msgspec.MsgspecError for any others."""
    run: KeptRun = _decoder(KeptRun).decode(content)
    return run


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(order="deterministic")


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
