"""Acronyms and their explanations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.language.acronyms import find_acronyms, is_explained_at, is_marked_up


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Use DFU or OTAs, PUK's (BT).", ["DFU", "OTA", "PUK", "BT"]),
        ("SAMD-based, but NB-IoT, USB-C and DFU-12", ["SAMD"]),
        ("R&D, I/O, TCP/IP, DFU/OTA, DFU.exe, a@DFU.com", []),
        ("WPA2, ESP32, H264, DFU_X, xDFU, DFUx, #DFU, DFU(1), DFU[0], DFU::x", []),
        ("I am A. It is DFU.", ["DFU"]),
        ("ABCDEFGHIJKLM", []),
        ("ÜBER", []),
    ],
)
def test_acronyms_are_runs_of_capitals_that_stand_alone(text, found):
    assert [acronym.letters for acronym in find_acronyms(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Device firmware upgrade (DFU) is slow.",
        "device Firmware Upgrades (DFUs)",
        "DFU (device firmware upgrade)",
        "DFU mode (device firmware upgrade mode)",
        "DFU, or device firmware upgrade, is slow.",
        "Device firmware upgrade, or DFU, is slow.",
        "device firmware upgrade – DFU",
        "DFU stands for device firmware upgrade.",
        "DFU, short for device firmware upgrade",
        "DFU: device firmware upgrade",
        "Department of the Firmware in Use (“DFU”)",
        "device-firmware upgrade [DFU]",
    ],
)
def test_an_acronym_is_explained_in_any_order(text):
    assert [is_explained_at(text, acronym) for acronym in find_acronyms(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Use DFU.",
        "Read all about it (DFU).",
        "DFU (new) is slow.",
        "DFU, or another way",
        "Put it in DFU: then wait",
        "(DFU)",
    ],
)
def test_an_acronym_is_not_explained_by_other_words(text):
    assert [is_explained_at(text, acronym) for acronym in find_acronyms(text)] == [False]


@pytest.mark.parametrize(
    ("source", "explained"),
    [
        ('<abbr title="Over the air">OTA</abbr>', True),
        ('<abbr class="x" title="Over the air"> OTAs</abbr>', True),
        ("<abbr>OTA</abbr>", False),
        ("Text\n\n*[OTA]: over the air", True),
        ("Text *[OTA]: over the air", False),
        ("OTA", False),
    ],
)
def test_markup_explains_an_acronym(source, explained):
    assert is_marked_up(source, "OTA") is explained


@given(st.text())
def test_every_acronym_stands_where_it_says(text):
    for acronym in find_acronyms(text):
        assert text[acronym.start : acronym.end] == acronym.letters
        is_explained_at(text, acronym)
