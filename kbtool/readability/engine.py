"""textstat, loaded so that it starts at once, asks no network and counts syllables as we do.

textstat reads CMUdict through nltk, and ``import nltk`` brings scikit-learn and scipy along.
Measured with textstat 0.7.13 and nltk 3.10.4, import and first English score, in seconds:

- nltk's documented data path, a directory offered in ``nltk.data.path``: 3 to 5. nltk refuses the
  directory when its group may write to it, as in many shared environments; textstat then tries to
  download CMUdict, and raises LookupError where it cannot.
- a stand-in for nltk while textstat is imported, answering from our own dictionary: 0.2 to 0.4.

Hence the stand-in. It also makes words outside CMUdict count as ``count_syllables`` counts them,
so that the grade of a report is the grade of a finding.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType, SimpleNamespace
from typing import Any

from kbtool.errors import KbtoolError
from kbtool.readability.syllables import count_syllables


@cache
def load_textstat() -> Any:
    """The class ``textstatistics``: make an instance and set its language on it, not on textstat.

    A textstat that other code has imported stays as it is; if there is none, ours remains in
    ``sys.modules`` for those who come later. Not for use while another thread imports nltk.
    Raises KbtoolError if this version of textstat looks its dictionary up in another way.
    """
    try:
        with _in_place_of_nltk(_make_stand_in()):
            # Costs 0.1 s and pyphen's patterns as much again; lint computes its one grade itself.
            from textstat.textstat import textstatistics  # noqa: PLC0415
        probe = textstatistics()
        probe.set_lang("en")
        syllables = probe.syllable_count("idea")
    except (AttributeError, ImportError) as error:
        raise _unfit() from error
    # CMUdict and we count 3, textstat's own fallback 1.
    if syllables != 3:
        raise _unfit()
    return textstatistics


def _unfit() -> KbtoolError:
    """The error that says that this textstat cannot be used."""
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms

    return KbtoolError(
        f"textstat {version('textstat')} does not take its dictionary from kbtool",
        remedy="Install textstat 0.7.13",
    )


class _Pronunciations:
    """What textstat takes for nltk's CMUdict: a word's pronunciations, as stress digits only."""

    def __getitem__(self, word: str) -> list[list[str]]:
        """One pronunciation with as many stressed vowels as the word has syllables."""
        return [["1"] * count_syllables(word)]


def _make_stand_in() -> ModuleType:
    """A module that answers what textstat asks of nltk: where the corpus is, and its words."""
    module = ModuleType("nltk")
    vars(module).update(
        data=SimpleNamespace(find=lambda resource: resource),
        # Until 0.7.10 textstat asks for a download without looking first.
        download=lambda resource, quiet: bool(resource and quiet),
        corpus=SimpleNamespace(cmudict=SimpleNamespace(dict=_Pronunciations)),
    )
    return module


@contextmanager
def _in_place_of_nltk(stand_in: ModuleType) -> Iterator[None]:
    """Let ``import nltk`` give the stand-in, and textstat be imported afresh."""
    kept = {
        name: module
        for name, module in sys.modules.items()
        if name == "nltk" or name.partition(".")[0] == "textstat"
    }
    for name in kept:
        del sys.modules[name]
    sys.modules["nltk"] = stand_in
    try:
        yield
    finally:
        del sys.modules["nltk"]
        sys.modules.update(kept)
