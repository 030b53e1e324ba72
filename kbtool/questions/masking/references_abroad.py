"""Words for numbers of orders, customers and accounts in further languages."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one

_NUMBER = (
    r"(?:numer|nr\.?|no\.?|numara\w{0,4}|numero|nummer|číslo|č\.|sz[áa]m\w{0,3}|номер\w{0,2}|№)"
)
_NAMED = (
    # "numer zamówienia", "sipariş numaram", "номер заказа": the word for number comes first or last
    rf"{_NUMBER} (?:zam[óo]wienia|klienta|konta|faktury|umowy|przesy[łl]ki|objedn[áa]vky|[úu][čc]tu"
    r"|faktúry|smlouvy|comenzii|заказа|договора|клиента|сч[её]та|замовлення|отправления)"
    rf"|(?:sipari[şs]|m[üu][şs]teri|fatura|takip|abone|hesap|kargo)\w{{0,4}} {_NUMBER}"
    r"|(?:ordre|order|kunde|kund|faktura|konto|booking|boknings|sags|f[øo]lge|tilaus|asiakas|lasku"
    r"|rendel[ée]s(?:i )?|[üu]gyf[ée]l|sz[áa]mla) ?(?:nummer|nr\.?|numero\w{0,3}|sz[áa]m\w{0,3})"
    r"|(?:zam[óo]wienie|objedn[áa]vka|заказ\w?|договор\w?|comanda|nota fiscal|protocolo|pesanan"
    rf"|đơn hàng|mã đơn)(?: {_NUMBER})?|лицев\w{{2,3}} сч[её]т\w?|трек(?:-номер)?|παραγγελία\w?"
)
_GLUED = (
    "注文番号|お客様番号|会員番号|予約番号|口座番号|追跡番号|伝票番号|订单号|订单编号|订单|快递单号"
    "|会员号|账号|账户|运单号|訂單編號|주문번호|고객번호|예약번호|계좌번호|송장번호|운송장번호"
    "|رقم الطلب|رقم الحساب|מספר הזמנה"
)
_PATTERN = lazy_pattern(
    rf"(?i:(?<![^\W_])(?:{_NAMED})(?![^\W\d_])|{_GLUED})"
    r"(?i:[\s:#№.=]|to|jest|er|är|on|je|este|це|это|は|是|为|는|은|هو){0,4}"
    r"(?P<value>#?[A-Za-z]{0,6}[-/]?[0-9][A-Za-z0-9]{0,24}(?:[-/][A-Za-z0-9]{1,12}){0,4})"
    r"(?![A-Za-z0-9])"
)
_SIGNS = (
    *("zamów", "zamow", "klienta", "konta", "faktur", "umowy", "przesy", "objedn", "účtu", "uctu"),
    *("smlouvy", "comand", "comenz", "заказ", "договор", "клиента", "счет", "счёт", "замовл"),
    *("трек", "отправл", "sipari", "müşteri", "musteri", "fatura", "takip", "abone", "hesap"),
    *("kargo", "ordre", "ordernu", "kunde", "kundn", "konto", "bookingn", "boknings", "sagsn"),
    *("følgen", "tilaus", "asiakas", "lasku", "rendel", "ügyf", "számla", "nota fisc", "protocolo"),
    *(
        "pesanan",
        "đơn",
        "παραγγ",
        "番号",
        "订单",
        "單編",
        "单号",
        "会员",
        "账",
        "번호",
        "رقم",
        "מספר",
    ),
)
_FEWEST = 4  # digits; three and a letter count as well


def find_abroad(text: str) -> Iterator[tuple[int, int]]:
    """Places of numbers beside such words."""
    if not has_one(text.lower(), _SIGNS):
        return
    for match in _PATTERN.finditer(text):
        value = match["value"]
        digits = sum(map(str.isdecimal, value))
        letters = any(map(str.isalpha, value))
        year = value.isdecimal() and len(value) == _FEWEST and value.startswith(("19", "20"))
        if (digits >= _FEWEST or (digits > 2 and letters)) and not year:
            yield match.span("value")
