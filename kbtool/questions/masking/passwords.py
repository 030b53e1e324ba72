"""Passwords, PINs and codes that are used once, by the word before them."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.logins import find_logins
from kbtool.questions.masking.password_words import VALUE, WORDS

_IS = r"(?: (?:is|was|ist|war|lautet|est|es|era|è|é|to jest|jest|er|är|je|este|это))"
_PASSWORD = lazy_pattern(
    rf"(?<![\w-])(?P<word>{WORDS})(?P<link> ?[:=] ?|{_IS}:? | )(?=\S){VALUE}", re.IGNORECASE
)
_CODE = lazy_pattern(
    r"(?<![\w-])(?:pin(?: code)?|codice pin|cvv2?|cvc2?|otp|tan|passcode|pass code|2fa code"
    r"|(?:verification|security|one[- ]time|login|sms|confirmation|access|auth(?:entication)?) code"
    r"|(?:best[äa]tigungs|sicherheits|zugangs)code|code (?:de v[ée]rification|sms|pin)"
    r"|c[óo]digo de (?:verificaci[óo]n|seguridad|confirma[çc][ãa]o)|codice (?:di verifica|otp)"
    r"|(?:do[ğg]rulama|onay) kodu\w{0,2}|код(?: подтверждения| из смс)?|kod (?:weryfikacyjny|pin)"
    r"|ov[ěe][řr]ovac[íi] k[óo]d|bekr[æa]ftelseskode|verifieringskod|vahvistuskoodi|mã otp"
    r"|kode otp|(?:your|my) code)"
    rf"(?:{_IS}|[:=#])?[ :=#]{{1,2}}(?P<value>[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}"
    r"|[0-9]{3,4}[ -]?[0-9]{0,5})(?![\w]|[ .,:/-][0-9])",
    re.IGNORECASE,
)
# In scripts without blanks; after them stands something that is neither a word nor a sentence.
_GLUED = lazy_pattern(
    r"(?:パスワード|密码|密碼|비밀번호|暗証番号|验证码|認証コード|인증번호|รหัสผ่าน|رمز التحقق)"
    r"(?:は|是|为|:|는|은|가|=|\s){1,3}(?P<value>(?=[!-~]{0,30}[0-9])[!-~]{3,40})"
)
_SHORT = ("pw", "p/w", "pwd", "passwd", "pswd", "mdp", " to")  # of these words none is one besides
# What is said about a password rather than being one.
_SAID = frozenset(
    """
    reset forgot forgotten change changed help expired invalid incorrect wrong required recovery how
    why when where what not is was the a my your please hint manager policy field protected new old
    vergessen falsch ändern zurücksetzen ungültig oublié incorrect perdu olvidada incorrecta error
    oauth oauth2 pass fail yes no none null empty blank unknown missing and or must should
    """.split()
)
_HOST = lazy_pattern(r"(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,10}(?::[0-9]+)?")
_TELLING = lazy_pattern(r"[:=0-9]")
_SHORTEST_PIN = 4
_ENDS = (",", ";", ".", ")", "!", "?")


def _find(text: str) -> Places:
    if not _TELLING.search(text):
        return
    for match in _PASSWORD.finditer(text):
        start, end = match.span("value")
        value = match["value"].rstrip(",;.)?")
        end = start + len(value)
        rest = text[end : end + 1] in ("", *_ENDS) or text[end : end + 3].lstrip()[:1] in (
            "",
            *_ENDS,
        )
        short = match["word"].lower().endswith(_SHORT)
        link = match["link"] if match["link"].strip() or not short else " is"
        if value and _is_secret(value, link, last=rest):
            yield start, end
    yield from find_logins(text)
    for match in _CODE.finditer(text):
        yield match.start("value"), match.start("value") + len(match["value"].rstrip(" -"))
    if not text.isascii():
        yield from (match.span("value") for match in _GLUED.finditer(text))


def _is_secret(value: str, link: str, *, last: bool) -> bool:
    """Whether what follows the word is a password: unlike a word, or a word after a colon alone."""
    if value.casefold() in _SAID or "\x00" in value or _HOST.fullmatch(value):
        return False
    if value.isdecimal() and len(value) < _SHORTEST_PIN:  # "error 400" and its like
        return False
    plain = value.isalpha() and not any(map(str.isupper, value[1:]))
    told = any(sign in link for sign in ":=")
    if told:
        return not plain or last
    has_digit = any(map(str.isdecimal, value))
    strange = any(not sign.isalnum() for sign in value[1:-1].replace("-", "").replace("'", ""))
    mixed = has_digit and any(map(str.isalpha, value))
    return (
        len(value) >= 6 and (mixed or (has_digit and strange))
        if link.strip()
        else (len(value) >= 6 and mixed and strange)
    )


KIND = Kind(
    name="password",
    thing="password or PIN",
    things="passwords and PINs",
    find=_find,
    signs=(
        *(
            "pass",
            " / ",
            "pwd",
            "pw",
            "p/w",
            "pswd",
            "kennwort",
            "mot de passe",
            "mdp",
            "contrase",
            "clave",
            "wachtwoord",
        ),
        *(
            "senha",
            "parola",
            "losenord",
            "lösenord",
            "haslo",
            "hasło",
            "answer",
            "pin",
            "cvv",
            "cvc",
        ),
        *("otp", "tan", "code", "código", "codigo"),
    ),
    foreign=(
        *(
            "şifre",
            "sifre",
            "пароль",
            "пароля",
            "паролю",
            "heslo",
            "jelsz",
            "adgangskode",
            "kodeord",
        ),
        *(
            "salasana",
            "parol",
            "mật khẩu",
            "sandi",
            "κωδικός",
            "סיסמ",
            "كلمة",
            "kod",
            "код",
            "koodi",
        ),
        *(
            "kód",
            "mã otp",
            "パスワード",
            "密",
            "비밀번호",
            "暗証",
            "验证",
            "認証",
            "인증",
            "รหัส",
            "رمز",
        ),
    ),
)
