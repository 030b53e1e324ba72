"""Arrays as bytes for other processes: NumPy's own format, never a pickle."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kbtool.matching.text.vocabulary import Matrix

Arrays = Mapping[str, NDArray[Any]]


def pack(arrays: Arrays) -> bytes:
    """Named arrays as bytes."""
    stream = io.BytesIO()
    np.savez(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def unpack(content: bytes) -> dict[str, NDArray[Any]]:
    """Arrays of bytes that ``pack`` wrote."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def flatten(name: str, matrix: Matrix) -> dict[str, NDArray[Any]]:
    """The arrays of a sparse matrix, by names that begin with its own."""
    parts = {"data": matrix.data, "indices": matrix.indices, "indptr": matrix.indptr}
    parts["shape"] = np.array(matrix.shape)
    return {f"{name}.{part}": array for part, array in parts.items()}


def restore(name: str, arrays: Arrays) -> Matrix:
    """The sparse matrix of a name; None where there was none."""
    if f"{name}.data" not in arrays:
        return None
    parts = tuple(arrays[f"{name}.{part}"] for part in ("data", "indices", "indptr"))
    return sparse.csr_matrix(parts, shape=tuple(arrays[f"{name}.shape"]), copy=False)
