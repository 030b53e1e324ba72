"""Encodings of logs: marked, told from the text, or named."""

from __future__ import annotations

import gzip
import sys

import pytest

from kbtool.errors import InputError, UsageError
from kbtool.questions import Choices
from kbtool.questions.opening.encodings import find_encoding

CSV = "id,question\n1,Où est ma facture?\n"

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["log.csv", "log.csv.gz", "packed.csv"])
def test_unicode_is_read_packed_or_not_and_but_for_utf_32_without_a_mark(read_log, encoding, name):
    content = CSV.encode(encoding)
    (question,) = read_log(content if name == "log.csv" else gzip.compress(content), name).questions
    assert (question.id, question.text) == ("1", "Où est ma facture?")


def test_a_mark_of_utf_16_or_utf_32_says_which_byte_comes_first(read_log):
    for mark, codec in ((b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")):
        log = read_log(mark + CSV.encode(codec))
        assert log.questions[0].text == "Où est ma facture?"


def test_utf_16_without_a_mark_is_told(read_log):
    assert (
        "without a byte order mark, read as UTF-16" in read_log(CSV.encode("utf-16-le")).warnings[0]
    )
    rows = "".join(f'{{"text": "Où est {at}?"}}\n' for at in "abc").encode("utf-16-be")
    assert len(read_log(rows, "log.jsonl").questions) == 3


def test_a_table_without_a_trace_of_utf_8_is_read_as_windows_1252_and_says_so(read_log):
    log = read_log(CSV.encode("cp1252"), "log.csv")
    assert log.questions[0].text == "Où est ma facture?"
    assert "read as Windows-1252" in log.warnings[0]
    far = b"question\n" + b"     \n" * 33_333 + "Où est ma facture?".encode("cp1252")
    assert read_log(far, "far.csv").questions[0].text == "Où est ma facture?"


def test_json_is_never_taken_for_windows_1252(read_log):
    with pytest.raises(InputError, match="not in UTF-8"):
        read_log('{"text": "Où est l\'été?"}'.encode("cp1252"), "log.jsonl")


JSON_IN = {
    "cp1252": "Où est l'été à Genève?",
    "cp1251": "Где мой счёт и как изменить пароль?",
    "cp932": "請求書はどこですか？",
}


@pytest.mark.parametrize(("codec", "text"), JSON_IN.items())
@pytest.mark.parametrize("name", ["log.jsonl", "log.json"])
def test_json_in_another_encoding_is_refused_with_the_option_that_reads_it(
    codec, text, name, read_log
):
    pytest.importorskip("chardet")
    content = f'{{"text": "{text}"}}\n'.encode(codec)
    with pytest.raises(InputError) as caught:
        read_log(content, name)
    assert f"--encoding {codec} reads it" in caught.value.remedy
    assert read_log(content, name, Choices(encoding=codec)).questions[0].text == text
    with pytest.raises(InputError, match="not in UTF-8") as caught:
        read_log(content, name, Choices(encoding="utf-8"))
    assert "--encoding" in caught.value.remedy


def test_a_last_letter_without_a_line_end_is_read_as_windows_1252(read_log):
    log = read_log(b"question\nWhere is my money for the caf\xe9", "log.csv")
    assert log.questions[0].text == "Where is my money for the café"


# Codec -> what it is called, and three questions in it.
TOLD = {
    "cp1251": ("Windows-1251", "Где мой счёт?", "Как изменить пароль?", "не приходит код"),
    "mac_roman": ("Mac Roman", "ma carte est refusée", "Où est mon crédit ?", "l’été dernier"),
    "cp932": ("Shift-JIS", "請求書はどこですか？", "パスワードを変更したい", "カードが使えません"),
    "gb18030": ("GB18030", "我的账单在哪里？", "如何修改密码", "没有收到验证码"),
    "big5hkscs": ("Big5", "我的帳單在哪裡？", "如何修改密碼", "沒有收到驗證碼"),
    "cp949": ("EUC-KR", "청구서는 어디에 있나요?", "비밀번호를 바꾸고 싶어요", "카드가 안 됩니다"),
    "cp1250": ("Windows-1250", "Gdzie jest mój rachunek?", "Jak zmienić hasło", "to się myli"),
}  # fmt: skip


def _table(codec: str) -> bytes:
    return "\n".join(["question", *TOLD[codec][1:]]).encode(codec)


@pytest.mark.parametrize("codec", TOLD)
def test_the_encoding_of_a_table_is_told_from_its_text(codec, read_log):
    pytest.importorskip("chardet")
    name, *texts = TOLD[codec]
    log = read_log(_table(codec))
    assert [question.text for question in log.questions] == texts
    assert f"not in UTF-8, read as {name}; --encoding names another one" in log.warnings[0]


@pytest.mark.parametrize("codec", TOLD)
def test_a_named_encoding_is_taken_for_granted(codec, read_log, monkeypatch):
    monkeypatch.setitem(sys.modules, "chardet", None)
    choices = Choices(encoding=codec)
    for name, content in (("log.csv", _table(codec)), ("log.csv.gz", gzip.compress(_table(codec)))):
        log = read_log(content, name, choices)
        assert [question.text for question in log.questions] == list(TOLD[codec][1:])
        assert not log.warnings
    json = "\n".join(f'{{"text": "{text}"}}' for text in TOLD[codec][1:]).encode(codec)
    assert len(read_log(json, "log.jsonl", choices).questions) == 3


@pytest.mark.parametrize("codec", TOLD)
def test_without_the_package_that_tells_it_no_garbage_is_read_unsaid(codec, read_log, monkeypatch):
    monkeypatch.setitem(sys.modules, "chardet", None)
    monkeypatch.setattr("kbtool.questions.opening.encodings.find_spec", lambda _: None)
    if codec in ("mac_roman", "cp1250"):
        assert "read as Windows-1252; --encoding" in read_log(_table(codec)).warnings[0]
        return
    with pytest.raises(InputError) as caught:
        read_log(_table(codec))
    assert "neither in UTF-8 nor in Windows-1252" in caught.value.message
    assert "--encoding NAME (cp1251" in caught.value.remedy
    assert 'pip install "kbtool[encodings]"' in caught.value.remedy


WESTERN = [
    "Où est l’été ?", "Noël", "5 €", "Größe – Umtausch?", "„Zahlung“ fällig", "¿Dónde está?",
    "niño", "Informações", "Perché è così?", "Hvernig breyti ég lykilorðinu?",
    "I’d like a refund—it’s late", "½ price © 2026", "ÉTÉ", "¡SÍ!",
]  # fmt: skip


@pytest.mark.parametrize("text", WESTERN)
def test_a_short_western_table_is_never_taken_for_another(text, read_log):
    log = read_log(f"question\nAbout {text}\n".encode("cp1252"))
    assert log.questions[0].text == f"About {text}"
    assert "read as Windows-1252" in log.warnings[0]


def test_a_mark_says_more_than_a_named_encoding(read_log):
    log = read_log(CSV.encode("utf-8-sig"), choices=Choices(encoding="cp1251"))
    assert log.questions[0].text == "Où est ma facture?"


def test_a_table_that_is_not_in_the_named_encoding_is_refused(read_log):
    content = "question\n" + "Où est l’été?\n" * 20
    with pytest.raises(InputError, match="not in Shift-JIS: the byte at offset"):
        read_log(content.encode("cp1252"), choices=Choices(encoding="cp932"))


NAMES = {
    "Shift-JIS": "cp932", "gb2312": "gb18030", "Latin-1": "cp1252", "Mac Roman": "mac-roman",
    "windows-1251": "cp1251", "EUC_KR": "cp949", "": "", "UTF8": "utf-8",
}  # fmt: skip


@pytest.mark.parametrize(("name", "codec"), NAMES.items())
def test_encodings_have_the_names_that_users_know(name, codec):
    assert find_encoding(name) == codec


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("shift-jsi", "Did you mean shift-jis?"), ("klingon", "cp1251"), ("zlib", ""), ("a\0b", "")],
)
def test_an_unknown_encoding_is_a_mistake_with_a_remedy(name, remedy):
    with pytest.raises(UsageError) as caught:
        find_encoding(name)
    assert remedy in caught.value.remedy
