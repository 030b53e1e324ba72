"""Units, currencies and bounds of quantities, by language."""

from __future__ import annotations

HOURS: dict[str, tuple[tuple[str, float], ...]] = {
    "en": ((r"secs?|seconds?", 1 / 3600), (r"mins?|minutes?", 1 / 60), (r"h|hrs?|hours?", 1),
           (r"days?|nights?", 24), (r"weeks?", 168), (r"months?", 730), (r"years?", 8760)),
    "de": ((r"sekunden?", 1 / 3600), (r"min|minuten?", 1 / 60), (r"h|std|stunden?", 1),
           (r"tage?n?s?", 24), (r"wochen?", 168), (r"monate?n?s?", 730), (r"jahre?n?s?", 8760)),
    "fr": ((r"secondes?", 1 / 3600), (r"min|minutes?", 1 / 60), (r"h|heures?", 1), (r"jours?", 24),
           (r"semaines?", 168), (r"mois", 730), (r"ans?|années?", 8760)),
    "es": ((r"segundos?", 1 / 3600), (r"min|minutos?", 1 / 60), (r"h|horas?", 1), (r"días?", 24),
           (r"semanas?", 168), (r"mes|meses", 730), (r"años?", 8760)),
}  # fmt: skip
"""Patterns of units of time, and how many hours each has."""

WORKING_DAYS = {
    "en": r"(?:(?:business|working|work|banking|trading)[ -])days?|weekdays?",
    "de": r"(?:werk|arbeits|bank|geschäfts)tage?n?s?",
    "fr": r"jours? (?:ouvrés?|ouvrables?)",
    "es": r"días? (?:hábiles?|laborables?|laborales?)",
}

CURRENCIES = (
    ("EUR", r"€|euros?|eur"), ("GBP", r"£|pounds?(?! sterling)|gbp|quid"),
    ("USD", r"(?:us)?\$|dollars?|usd|dólares|dólar"), ("CHF", r"chf|franken|francs?"),
    ("JPY", r"¥|yen|jpy"), ("PLN", r"zł|pln|zloty"), ("SEK", r"sek|kronor"),
    ("cent", r"cents?|¢|pence|p"),
    ("%", r"%|percent|per cent|prozent|pour cent|por ciento"),
)  # fmt: skip
"""Currency and how it is written; shares of an amount as well."""

TO = {"en": r"-|–|—|to", "de": r"-|–|—|bis", "fr": r"-|–|—|à", "es": r"-|–|—|a"}
OR = {"en": r"or|and", "de": r"oder|und", "fr": r"ou|et", "es": r"o|y"}
"""What stands between the two numbers of a range."""

AT_MOST = {
    "en": r"up to|at most|no more than|not more than|a maximum of|maximum|max\.?|less than|under|"
    r"within|no longer than|no later than|in under|fewer than|limited to|limit of|limit is",
    "de": r"bis zu|höchstens|maximal|max\.?|nicht mehr als|weniger als|innerhalb von|innerhalb|"
    r"binnen|spätestens nach",
    "fr": r"jusqu'à|jusqu’à|au plus|au maximum|maximum|pas plus de|moins de|sous|dans un délai "
    r"de|dans les",
    "es": r"hasta|como máximo|máximo de|máximo|no más de|menos de|en un plazo de|dentro de|"
    r"antes de",
}
AT_LEAST = {
    "en": r"at least|a minimum of|minimum|more than|over|from|no less than|not less than|"
    r"longer than",
    "de": r"mindestens|minimal|mehr als|über|ab|wenigstens",
    "fr": r"au moins|au minimum|minimum|plus de|à partir de",
    "es": r"al menos|como mínimo|mínimo de|mínimo|más de|a partir de|desde",
}
