"""Dates as spreadsheets write them, and the order of day and month in a column."""

from __future__ import annotations

import pytest

from kbtool.questions.cells.dates import parse_date

WRITTEN = {
    "01.08.2026": "2026-08-01T00:00:00+00:00",
    "1.8.26 14:05": "2026-08-01T14:05:00+00:00",
    "01/08/2026": "2026-08-01T00:00:00+00:00",
    "01/08/2026 14:05:33": "2026-08-01T14:05:33+00:00",
    "01-08-2026, 2:05 PM": "2026-08-01T14:05:00+00:00",
    "01/08/2026 12:05 am": "2026-08-01T00:05:00+00:00",
    "2026/08/01 14:05": "2026-08-01T14:05:00+00:00",
    "2026-08-01 14:05": "2026-08-01T14:05:00+00:00",
    "01.08.2026 14:05 +0200": "2026-08-01T12:05:00+00:00",
    "8/1/2026, 2:05\u202fPM": "2026-01-08T14:05:00+00:00",
    "2026-08-01 02:05 PM": "2026-08-01T14:05:00+00:00",
    "2026-08-01 00:05 AM": "2026-08-01T00:05:00+00:00",
    "01/08/2026 2:05:00 p. m.": "2026-08-01T14:05:00+00:00",
    "01/08/2026 at 2 pm": "2026-08-01T14:00:00+00:00",
    "01.08.2026 um 14:05 Uhr": "2026-08-01T14:05:00+00:00",
    "01/08/2026 14h05": "2026-08-01T14:05:00+00:00",
    "2026-08-01 14:05 PDT": "2026-08-01T21:05:00+00:00",
    "2026-08-01 14:05:00 UTC+02:00": "2026-08-01T12:05:00+00:00",
}
NAMED = {
    "12 Mar 2026 4:05 PM": "16:05",
    "Mar 12, 2026": "00:00",
    "March 12th, 2026 at 4:05 p.m.": "16:05",
    "MAR 12 2026  4:05PM": "16:05",
    "12-Mar-2026 16:05:09": "16:05",
    "12-MAR-26": "00:00",
    "12MAR2026": None,
    "2026-Mar-12 16:05": "16:05",
    "Thu, 12 Mar 2026 16:05:00 +0100": "15:05",
    "Thu, 12 Mar 2026 16:05:00 GMT": "16:05",
    "Thu Mar 12 2026 16:05:00 GMT+0100 (Central European Standard Time)": "15:05",
    "Thu Mar 12 16:05:00 EDT 2026": "20:05",
    "Donnerstag, 12. März 2026, 16:05 Uhr": "16:05",
    "12. Mrz. 2026": "00:00",
    "12 mars 2026 à 16h05": "16:05",
    "jeu. 12 mars 2026": "00:00",
    "12 de marzo de 2026, 16:05": "16:05",
    "12 mar. 2026 a las 4:05 p. m.": "16:05",
    "12 marzo 2026 alle 16:05": "16:05",
    "12 de março de 2026 às 16:05": "16:05",
    "12 maart 2026 om 16:05": "16:05",
}


@pytest.mark.parametrize(("value", "moment"), WRITTEN.items())
def test_a_written_date_keeps_its_time_of_day(value, moment):
    parsed = parse_date(value)
    assert parsed is not None
    assert parsed.isoformat() == moment


@pytest.mark.parametrize(("value", "time"), NAMED.items())
def test_months_may_be_named(value, time):
    parsed = parse_date(value)
    assert (parsed and parsed.isoformat()[:16]) == (time and f"2026-03-12T{time}")


def test_each_month_is_known_in_four_languages():
    names = {
        "en": "January February March April May June July August September October November"
        " December",
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre"
        " décembre",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre",
    }
    for months in names.values():
        read = [parse_date(f"5 {name} 2026").month for name in months.split()]
        assert read == list(range(1, 13))


@pytest.mark.parametrize(
    "value", ["12 Foo 2026", "31 Feb 2026", "Mar 12", "Mar 2026", "12 Mar", "12 Mar 2026 16", "May"]
)
def test_a_name_that_makes_no_whole_date_is_none(value):
    assert parse_date(value) is None


@pytest.mark.parametrize(
    "value", ["31/02/2026", "13/13/2026", "1/8/2026 25:00", "1/8/2026 14:00 PM", "1.8", "١.٨.٢٠٢٦"]
)
def test_what_is_no_moment_is_none(value):
    assert parse_date(value) is None


def _dates(log):
    return [question.asked_at.date().isoformat() for question in log.questions]


TABLE = "Question;Date\nHow do I pay my bill?;{}\nWhere is my parcel now?;{}\n"


def test_a_number_beyond_twelve_settles_the_order_of_a_column(read_log):
    log = read_log(TABLE.format("01/08/2026", "08/31/2026"))
    assert _dates(log) == ["2026-01-08", "2026-08-31"]
    assert not log.warnings
    log = read_log(TABLE.format("01/08/2026", "31/08/2026"))
    assert _dates(log) == ["2026-08-01", "2026-08-31"]
    assert not log.warnings


def test_an_order_that_nothing_settles_is_told(read_log):
    log = read_log(TABLE.format("01/08/2026", "02/08/2026"))
    assert _dates(log) == ["2026-08-01", "2026-08-02"]
    assert "dates such as 01/08/2026 are read as day before month" in log.warnings[0]
    log = read_log(TABLE.format("01/08/2026 2:05 PM", "02/08/2026 3:00 AM"))
    assert _dates(log) == ["2026-01-08", "2026-02-08"]
    assert "month before day" in log.warnings[0]


@pytest.mark.parametrize(
    "header",
    [
        "Frage;Datum;Kanal",
        "Pregunta;Fecha;Canal",
        "Question;Date;Canal",
        "Requête;Créé le;Canal",
        "Suchbegriff;Erstellt am;Kanal",
        "Descripción;Fecha de creación;Canal",
    ],
)
def test_headers_in_german_french_and_spanish_are_known(read_log, header):
    log = read_log(f"{header}\nWie zahle ich meine Rechnung?;01.08.2026 14:05;Email\n")
    (question,) = log.questions
    assert question.text == "Wie zahle ich meine Rechnung?"
    assert question.asked_at.isoformat() == "2026-08-01T14:05:00+00:00"
    assert question.channel == "email"


def test_a_column_called_betreff_holds_subjects_only(read_log):
    log = read_log("Betreff;Datum\nRechnung fehlt im Konto;01.08.2026\n")
    assert log.questions[0].signals == ("subject-only",)


TWO_COLUMNS = {
    ("2026-08-01", "14:05"): "2026-08-01T14:05:00",
    ("2026-08-01", "2:05 PM"): "2026-08-01T14:05:00",
    ("2026-08-01", "12:05 a.m."): "2026-08-01T00:05:00",
    ("2026-08-01", "14:05:33.250+02:00"): "2026-08-01T12:05:33",
    ("2026-08-01", "14:05 UTC"): "2026-08-01T14:05:00",
    ("2026-08-01T00:00:00", "14:05:33"): "2026-08-01T14:05:33",
    ("2026/08/01", "2:05 PM"): "2026-08-01T14:05:00",
    ("01.08.2026", "14.05 Uhr"): "2026-08-01T14:05:00",
    ("01.08.2026", "14h05"): "2026-08-01T14:05:00",
    ("08/21/2026", "2:05 PM"): "2026-08-21T14:05:00",
    ("2026-08-01 09:00", "00:12"): "2026-08-01T09:00:00",  # a time of its own
    ("1785571200", "14:05"): "2026-08-01T08:00:00",
    ("2026-08-01", ""): "2026-08-01T00:00:00",
}


@pytest.mark.parametrize(("pair", "moment"), TWO_COLUMNS.items())
@pytest.mark.parametrize(
    "header",
    ["Question;Date;Time", "Frage;Datum;Uhrzeit", "Pregunta;Fecha;Hora", "text;date;heure"],
)
def test_a_time_of_day_in_a_column_of_its_own_is_part_of_the_date(read_log, header, pair, moment):
    log = read_log(f"{header}\nHow do I pay my bill?;{';'.join(pair)}\n")
    assert log.questions[0].asked_at.isoformat() == f"{moment}+00:00"
    assert not log.warnings


@pytest.mark.parametrize("clock", ["soon", "25:00", "14:60", "13:00 PM", "1405", "x" * 5_000])
def test_what_is_no_time_of_day_is_told_and_the_day_stays(read_log, clock):
    log = read_log(f"Question;Date;Time\nHow do I pay my bill?;2026-08-01;{clock}\n")
    assert log.questions[0].asked_at.isoformat() == "2026-08-01T00:00:00+00:00"
    assert "not a time of day, left out" in log.warnings[0]


def test_am_and_pm_in_the_other_column_tell_that_the_month_comes_first(read_log):
    log = read_log("Question;Date;Time\nHow do I pay my bill?;01/08/2026;2:05 PM\n")
    assert _dates(log) == ["2026-01-08"]
    assert "month before day" in log.warnings[0]


def test_a_column_of_times_without_one_of_days_is_the_date_itself(read_log):
    log = read_log("Question;Time\nHow do I pay my bill?;2026-08-01 14:05\n")
    assert log.questions[0].asked_at.isoformat() == "2026-08-01T14:05:00+00:00"


def test_json_lines_may_hold_day_and_time_apart(read_log):
    line = '{"text": "How do I pay my bill?", "date": "2026-08-01", "time": "14:05"}'
    assert read_log(line, "log.jsonl").questions[0].asked_at.hour == 14
