"""Names of people, only where a text says that one comes: after "my name is" or at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking import fields, greeted, introduced
from kbtool.questions.masking.cues import read_words
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.person_names import NAME, SAID

_SAID = lazy_pattern(rf"{SAID} (?P<name>{NAME})")
_SIGNED = lazy_pattern(
    r"(?i:(?<!\w)(?:(?:kind|best|warm|many)? ?regards|best wishes|sincerely(?: yours)?|yours "
    r"(?:truly"
    r"|faithfully|sincerely)|cheers|(?:mit )?(?:freundlichen|besten|herzlichen|vielen) gr(?:ü"
    r"|ue)(?:ß|ss)en"
    r"|(?:viele|liebe|beste|herzliche|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg|cordialement"
    r"|bien (?:à vous|cordialement)|salutations|(?:un )?saludos?(?: cordiales)?|atentamente"
    r"|z poważaniem|pozdrawiam(?: serdecznie)?|saygılarımla|с уважением|s pozdravem"
    r"|(?:med )?(?:venlig|vennlig) hilsen|mvh|ystävällisin terveisin|terveisin|üdvözlettel|cu stimă"
    r"|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|atenciosamente|hälsningar))"
    rf"[,.!]?(?: {{1,2}}| ?\r?\n)(?P<name>{NAME})[.!]?$"
)
# In scripts without blanks: only as long as names are, and before the end of what is said.
_ASIAN = lazy_pattern(
    r"(?:我叫|我的名字[叫是]"
    r"|姓名:? ?)(?![不你他她它车了过到得来])(?P<chinese>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
    r"|名前は(?P<japanese>[\u4e00-\u9fff\u30a1-\u30f6々 ]{2,10})(?=です|と[申言]|。|$)"
    r"|(?<=は)(?P<said>[\u4e00-\u9fff\u30a1-\u30f6々 ]{2,8})(?=と申し)"
    r"|제 이름은 ?(?P<korean>[가-힣]{2,4}?)(?=입니다|이에요|예요|이고|\W|$)"
)
_SAID_WORDS = frozenset(
    """
    name namen name: name's name’s heiße heisse m'appelle m’appelle nom llamo nombre chiamo nome
    naam heet nazywam heter nama zovem navn hedder jmenuji nimeni nevem namn imię adım adim ismim
    зовут звати имя numesc numele λένε tên ime
    """.split()
)
_SIGNED_WORDS = frozenset(
    """
    regards wishes sincerely truly faithfully cheers grüßen grüssen gruessen grueßen grüße grüsse
    gruesse grueße mfg vg lg cordialement vous salutations saludo saludos cordiales atentamente
    poważaniem pozdrawiam serdecznie saygılarımla уважением pozdravem hilsen mvh terveisin
    üdvözlettel stimă saluti groet groeten atenciosamente hälsningar
    """.split()
)


def _find_said(text: str, _: AbstractSet[str]) -> Places:
    return (match.span("name") for match in _SAID.finditer(text))


def _find_signed(text: str, _: AbstractSet[str]) -> Places:
    return (match.span("name") for match in _SIGNED.finditer(text))


# Words that one must stand in a text -> what finds the names beside them.
_FINDERS: tuple[tuple[frozenset[str], Callable[[str, AbstractSet[str]], Places]], ...] = (
    (_SAID_WORDS, _find_said),
    (_SIGNED_WORDS, _find_signed),
    (fields.WORDS, fields.find_fields),
    (greeted.WORDS, greeted.find_greeted),
    (greeted.WORDS | _SIGNED_WORDS | {"yours", "help"}, greeted.find_addressed),
    (introduced.WORDS, introduced.find_introduced),
    (introduced.ENDS, introduced.find_spoken),
)


def _find(text: str) -> Iterator[tuple[int, int]]:
    if not text.isascii():
        for match in _ASIAN.finditer(text):
            yield match.span(match.lastgroup or 0)
    words = read_words(text.lower())
    for cues, find in _FINDERS:
        if not cues.isdisjoint(words):
            yield from find(text, words & cues)


KIND = Kind(
    name="name",
    thing="name",
    find=_find,
    words=frozenset[str]().union(*(cues for cues, _ in _FINDERS)),
    foreign=("我叫", "名字", "姓名", "名前", "申し", "이름"),
)
