"""Numbers of orders, accounts, customers and bookings, by the word before them."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.references_abroad import find_abroad

_NOUNS = (
    # English
    "order|account|acct|acc|customer|client|booking|reservation|confirmation|invoice|ticket|case"
    "|policy|tracking|member(?:ship)?|contract|reference|ref|loan|shipment|parcel|subscription"
    "|transaction|receipt|dhl|fedex|gls|dpd|usps|evri|bsb|claim|application|serial|itinerary|purchase|payment|routing"
    # German; its compounds are below
    "|bestellung|rechnung|auftrag|buchung|vertrag|kunde|konto|sendung|vorgang|reservierung|paket"
    # French, Spanish, Italian, Portuguese, Dutch
    "|commande|r[ée]servation|client|facture|dossier|contrat|compte|colis|abonnement|suivi"
    "|pedido|reserva|factura|cliente|cuenta|contrato|env[íi]o|p[óo]liza|referencia|seguimiento"
    "|ordine|prenotazione|fattura|contratto|conto|spedizione|encomenda|conta|fatura"
    "|bestelling|klant|factuur|boeking"
)
_NUMBER = (
    r"numbers?|num\.?|no\.?|nr\.?|nummer|num[ée]ro|n[úu]mero|numero|n[°ºo.]{1,2}|id|code|ref"
    r"(?:erence)?|referenz|#"
    r"|n(?=[°º.])"  # the sign is a mark where no blank comes between it and a letter: "n°F2024"
)
_COMPOUNDS = (
    r"(?:bestell|kunden|auftrags|rechnungs|vertrags|buchungs|sendungs|konto|mitglieds|vorgangs"
    r"|ticket|serien|referenz|reservierungs|versicherungs|policen|depot|klant|bestel|factuur|order"
    r"|boekings|rekening)-?(?:nummer|nr\.?|code|id)|sort code|imei|vin|pnr|record locator|iccid|eid"
    r"|(?:num[ée]ro|n[°º]|n[úu]mero|num|numero|code|c[óo]digo|codice|id)(?: de| du| della?| do"
    r"| di)? ?"
    r"(?:la )?(?:commande|r[ée]servation|client[e]?|facture|dossier|contrat|compte|suivi|pedido"
    r"|reserva|factura|cuenta|contrato|ordine|prenotazione|conta|encomenda|seguimiento|gu[íi]a|rastreo|rastreio|rastreamento|s[ée]rie)"
)
_IS = (
    r"(?: (?:is|was|ist|lautet|est(?: le)?|es(?: el| la)?|è(?: il| la)?|é(?: o| a)?|jest|er|är|:))?"
)
_VALUE = (
    r"(?P<value>#?(?:[A-Z] ?)?[0-9]{2,4}(?: [0-9]{2,4}){1,5}(?!\w)"
    r"|#?[A-Za-z0-9](?:[A-Za-z0-9]|[/_.-](?=[A-Za-z0-9])){2,31})(?![A-Za-z0-9])"
)
_PATTERN = lazy_pattern(
    rf"(?<![^\W_])(?:(?P<named>{_COMPOUNDS}|(?:{_NOUNS})[ -]?(?:{_NUMBER})(?![^\W\d_º]))|(?:"
    rf"{_NOUNS})(?: account)?)"
    rf"{_IS}(?P<mark>[ :#=.°º]{{1,3}}){_VALUE}",
    re.IGNORECASE,
)
# These are numbers of parcels and orders by their form alone.
_FORMED = lazy_pattern(
    r"(?<!\w)(?:1Z[0-9A-Z]{16}|#[0-9]{3,9}(?:-[0-9]{3,9}){1,3})(?![\w-])", re.IGNORECASE
)
# Behind a number these tell that it counts something: "Order: 1200 EUR", "in order: 1000 rows".
_COUNTS = lazy_pattern(
    r"(?i) ?[€$£%]| (?:eur|usd|gbp|chf|euros?|dollars?|rows|users|items|contacts|pieces|times|x)\b"
)
# One of these stands in each of the nouns and compounds; looking for them costs next to nothing.
_STEMS = (
    *("order", "acc", "customer", "client", "booking", "serva", "confirmation", "invoice"),
    *("ticket", "case", "polic", "tracking", "member", "contract", "ref", "loan", "shipment"),
    *("parcel", "subscription", "transaction", "receipt", "claim", "application", "serial"),
    *("itinerary", "purchase", "payment", "routing", "bestel", "rechnung", "auftrag", "buchung"),
    *("vertrag", "kunde", "konto", "sendung", "vorgang", "reservierung", "paket", "commande"),
    *("factu", "dossier", "contra", "compte", "colis", "abonnement", "suivi", "pedido", "cuenta"),
    *("env", "liza", "seguimiento", "ordine", "prenotazione", "fattura", "conto", "spedizione"),
    *("encomenda", "conta", "fatura", "klant", "boeking", "mitglied", "serie", "versicherung"),
    *(
        "guia",
        "guía",
        "rastre",
        "dhl",
        "fedex",
        "gls",
        "dpd",
        "usps",
        "evri",
        "bsb",
        "depot",
        "rekening",
        "sort code",
        "imei",
        "vin",
        "pnr",
        "locator",
        "iccid",
        "eid",
        "série",
    ),
)
# years, dates, versions, numbers of programs, names of hosts, answers of mail servers
_OTHER = lazy_pattern(
    r"(?:19|20)[0-9]{2}|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}"
    r"|v?[0-9]+(?:\.[0-9]+)+|0x[0-9a-f]+"
    r"|[245][0-9]{2}[- ][245]\.[0-9]{1,3}\.[0-9]{1,3}|[\w-]*[a-z](?:\.[\w-]+)*\.[a-z]{2,6}",
    re.IGNORECASE,
)

_FEWEST = 4  # digits of a number that only a colon tells


def _find(text: str) -> Places:
    yield from find_abroad(text)
    if "#" in text or "1Z" in text or "1z" in text:
        yield from (match.span() for match in _FORMED.finditer(text))
    if not has_one(text.casefold(), _STEMS):
        return
    at = 0
    while match := _PATTERN.search(text, at):
        start, end = match.span("value")
        told = bool(match["named"]) or "#" in match["mark"] or match["value"].startswith("#")
        told = told or _is_field(match)
        if _is_reference(match["value"].lstrip("#"), told=told):
            yield start, end
            at = end
        else:  # the value may be the word before another: "my account order number 123456"
            at = start


def _is_field(match: re.Match[str]) -> bool:
    """Whether a number stands behind a colon, as in "Order: 10023", and counts nothing."""
    text, value = match.string, match["value"]
    return (
        ":" in match["mark"]
        and sum(map(str.isdecimal, value)) >= _FEWEST
        and not value.endswith("000")
        and text[max(0, match.start() - 3) : match.start()].lower() != "in "
        and not _COUNTS.match(text, match.end("value"))
    )


def _is_reference(value: str, *, told: bool) -> bool:
    """Whether it is a number of something: long enough, and longer where no word says "number"."""
    digits = sum(map(str.isdecimal, value))
    if not digits or _OTHER.fullmatch(value):
        return False
    letters = any(map(str.isalpha, value))
    if told:
        return len(value) >= 4 and (digits >= 2 or value.isupper())
    if " " in value:
        return False
    # A word with a digit or two in it is a word: "order v2", "case a4", "account Win10/64".
    code = value.upper() == value or (value.lower() == value and digits > 3)
    long = digits >= 6 or (letters and digits >= 3)
    return (long and code) or (len(value) == 6 and value.isupper())


KIND = Kind(
    name="reference",
    thing="order, account or other reference number",
    find=_find,
    digits=1,
)
