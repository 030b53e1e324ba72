"""What the command line says about rules, beside what the configuration says."""

from __future__ import annotations

from msgspec import Struct


class Choices(Struct, frozen=True):
    """Rules named on the command line; they count more than the configuration."""

    select: tuple[str, ...] = ()  # in the place of every other choice
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None  # in the place of the configuration's choice
