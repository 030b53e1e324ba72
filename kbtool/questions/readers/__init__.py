"""Readers by file ending: every module in this folder adds one, and nothing else names them."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from kbtool.errors import InputError, KbtoolError
from kbtool.questions.files import show
from kbtool.questions.rows import Reader


@cache
def load_readers() -> Mapping[str, Reader]:
    """All readers by file ending, such as ".csv"."""
    readers: dict[str, Reader] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        reader: Reader = import_module(f"{__name__}.{module.name}").READER
        for ending in reader.endings:
            if ending in readers:
                raise KbtoolError(f"two readers for {ending} files, the second in {module.name}")
            readers[ending] = reader
    return MappingProxyType(readers)


def find_reader(path: Path) -> Reader:
    """The reader for a file, going by its ending.

    Raises InputError where there is none.
    """
    ending = Path(path.name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    readers = load_readers()
    if ending not in readers:
        kind = f"{ending} files" if ending else "a file without an ending"
        remedy = f"Save the questions as one of these: {', '.join(sorted(readers))}"
        raise InputError(f"no reader for {kind}", path=show(path.as_posix()), remedy=remedy)
    return readers[ending]
