"""Numbers that states give people: all tables in one."""

from __future__ import annotations

from kbtool.questions.masking.identities import (
    africa_oceania,
    british_isles,
    central_europe,
    east_asia,
    eastern_europe,
    latin_america,
    near_east,
    nordic,
    north_america,
    south_asia,
    southeast_asia,
    southern_europe,
    western_europe,
)
from kbtool.questions.masking.identities.identity import Identity

IDENTITIES: tuple[Identity, ...] = (
    *north_america.IDENTITIES,
    *british_isles.IDENTITIES,
    *western_europe.IDENTITIES,
    *southern_europe.IDENTITIES,
    *nordic.IDENTITIES,
    *central_europe.IDENTITIES,
    *eastern_europe.IDENTITIES,
    *near_east.IDENTITIES,
    *south_asia.IDENTITIES,
    *east_asia.IDENTITIES,
    *southeast_asia.IDENTITIES,
    *africa_oceania.IDENTITIES,
    *latin_america.IDENTITIES,
)
"""Of several that fit, the first names the number; all are masked alike."""
