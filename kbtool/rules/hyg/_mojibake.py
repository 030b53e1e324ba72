"""What characters turn into when their UTF-8 is read as Windows-1252 or Latin-1."""

from __future__ import annotations

from functools import cache


@cache
def misread(characters: str) -> dict[str, str]:
    """What stands in a text instead of each of these characters, with what was meant."""
    meant: dict[str, str] = {}
    for character in characters:
        encoded = character.encode()
        meant.setdefault(encoded.decode("latin-1"), character)
        meant.setdefault("".join(map(_read_byte, encoded)), character)
    return meant


def _read_byte(byte: int) -> str:
    """The character for a byte in Windows-1252; browsers read its gaps as control characters."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
