"""Ids, repetitions and the people who ask."""

from __future__ import annotations

import json

from kbtool.questions import read_questions


def _lines(*rows: dict[str, object]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


def test_the_second_row_with_an_id_is_left_out_and_both_lines_are_named(tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("id,question\n1,How do I pay?\n2,hi\n1,How do I pay?\n")
    second.write_text("id,question\n1,Who is my agent?\n2,When do you open?\n")
    log = read_questions([first, second])
    assert [question.text for question in log.questions] == ["How do I pay?", "When do you open?"]
    assert [(row.reason, row.path, row.line, row.detail) for row in log.excluded] == [
        ("greeting or thanks only", first.as_posix(), 3, ""),
        ("duplicate id", first.as_posix(), 4, f"first in {first.as_posix()}:2"),
        ("duplicate id with another text", second.as_posix(), 2, f"first in {first.as_posix()}:2"),
    ]


def test_ids_that_another_file_gives_to_other_questions_are_a_warning(tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("id,question\n1,How do I pay?\n2,Where is it?\n2,It is still not here\n")
    assert read_questions([first]).warnings == (), "messages of one conversation"
    second.write_text("id,question\n1,Who is my agent?\n2,When do you open?\n3,How long?\n")
    (told,) = read_questions([first, second]).warnings
    assert told.startswith(f"{second.as_posix()}:2: the id of another question in another file")
    assert told.endswith("'1' and 1 more")


def test_one_id_in_exports_of_two_systems_is_two_questions(tmp_path):
    def zendesk(text):
        return {"ticket": {"id": 1, "requester_id": 5, "submitter_id": 5, "description": text}}

    def freshdesk(text):
        return {"id": 1, "responder_id": 7, "source": 2, "description_text": text}

    rows = {
        "a.jsonl": zendesk("How do I pay?"),
        "b.jsonl": freshdesk("When do you open?"),
        "c.jsonl": zendesk("How do I pay today?"),
        "d.jsonl": freshdesk("When do you open?"),
    }
    for name, row in rows.items():
        (tmp_path / name).write_text(json.dumps(row))
    log = read_questions([tmp_path / name for name in rows])
    assert [(question.id, question.text) for question in log.questions] == [
        ("zendesk-1", "How do I pay?"),
        ("freshdesk-1", "When do you open?"),
    ]
    assert log.left_out == {"duplicate id with another text": 1, "duplicate id": 1}


def test_ids_of_a_desk_and_of_tables_stay_apart_in_any_order_of_files(tmp_path):
    ticket = {"id": 1, "requester_id": 5, "submitter_id": 5, "description": "How do I pay?"}
    talk = {"delivered_as": "customer_initiated", "body": "When do you open?"}
    files = {
        "tickets.jsonl": json.dumps({"ticket": ticket}),
        "talks.jsonl": json.dumps({"type": "conversation", "id": "1", "source": talk}),
        "chats.csv": "id,question\n1,Where is my sofa?\n2,Who made it?\n",
        "searches.csv": "query\nrefund\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content)

    def read(*names):
        log = read_questions([tmp_path / name for name in names])
        assert not log.left_out
        return {question.id: question.text for question in log.questions}

    asked = read(*files)
    assert asked == read(*reversed(files))
    assert {name: text for name, text in asked.items() if name[:2] != "q-"} == {
        "zendesk-1": "How do I pay?",
        "intercom-1": "When do you open?",
        "1": "Where is my sofa?",
        "2": "Who made it?",
    }
    assert "1" in read("tickets.jsonl", "searches.csv")  # nobody else has ids


def test_what_kbtool_wrote_of_an_export_is_no_second_question_beside_it(tmp_path):
    ticket = {"id": 1, "requester_id": 5, "submitter_id": 5, "description": "How do I pay?"}
    row = {"schema": "kbtool.question/1", "id": "1", "text": "How do I pay?"}
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path, value in zip(paths, ({"ticket": ticket}, row), strict=True):
        path.write_text(json.dumps(value))
    for order in (paths, paths[::-1]):
        log = read_questions(order)
        assert (len(log.questions), log.left_out) == (1, {"duplicate id": 1})


def test_a_made_up_id_depends_on_what_was_asked_and_not_on_where_it_stands(tmp_path):
    rows = ["refund,2024-05-01,chat", "password,2024-05-01,chat", "refund,2024-05-01,chat"]
    ids = []
    for name, order in (("a.csv", rows), ("b.csv", rows[::-1])):
        path = tmp_path / name
        path.write_text("\n".join(["question,date,channel", *order]))
        ids.append(sorted(question.id for question in read_questions([path]).questions))
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 3
    assert all(name.startswith("q-") for name in ids[0])


def test_text_date_and_channel_all_make_a_new_id(read_log):
    rows = [
        "refund,2024-05-01,chat",
        "refunds,2024-05-01,chat",
        "refund,2024-05-02,chat",
        "refund,,chat",
    ]
    log = read_log("\n".join(["question,date,channel", *rows, "refund,2024-05-01,mail"]))
    ids = [question.id for question in log.questions]
    assert len(set(ids)) == 5
    assert not any(name.endswith("-2") for name in ids)


def test_a_made_up_id_gives_way_to_the_same_id_in_a_log(read_log):
    (question,) = read_log("question\nrefund\n").questions
    log = read_log(_lines({"id": question.id, "text": "other"}, {"text": "refund"}), "log.jsonl")
    assert [row.id for row in log.questions] == [question.id, f"{question.id}-2"]


ASKED = [
    ({"text": "Where is my bill?", "date": "2024-05-01T23:00Z", "user": "a@example.com"}, True),
    ({"text": "where is  my bill?", "date": "2024-05-01", "user": " A@Example.com"}, False),
    (
        {"text": "Where is my bill?", "date": "2024-05-02T00:30+02:00", "user": "a@example.com"},
        False,
    ),
    ({"text": "Where is my bill?", "date": "2024-05-02", "user": "a@example.com"}, True),
    ({"text": "Where is my bill?", "date": "2024-05-01", "user": "b@example.com"}, True),
    ({"text": "Where is my bill", "date": "2024-05-01", "user": "a@example.com"}, True),
    ({"text": "Where is my bill?", "user": "a@example.com"}, True),
    ({"text": "Where is my bill?", "user": "a@example.com", "id": "9"}, False),
    ({"text": "Where is my bill?", "date": "2024-05-01"}, True),
    ({"text": "Where is my bill?", "date": "2024-05-01"}, True),
]


def test_the_same_words_of_one_person_on_one_day_count_once(read_log):
    log = read_log(_lines(*(row for row, _ in ASKED)), "log.jsonl")
    again = [line for line, (_, kept) in enumerate(ASKED, 1) if not kept]
    assert [row.line for row in log.excluded] == again
    assert {row.reason for row in log.excluded} == {"asked again by the same person"}
    assert log.excluded[0].detail.endswith("log.jsonl:1")


def test_people_are_numbered_and_nothing_else_is_kept_of_them(read_log):
    people = ["ann@example.com", "bob@example.com", "ANN@example.com ", "", None, 12, 12.0]
    rows = [{"text": f"Question {n} please", "user": who} for n, who in enumerate(people)]
    log = read_log(_lines(*rows), "log.jsonl")
    names = [question.requester for question in log.questions]
    assert names == ["person 1", "person 2", "person 1", "", "", "person 3", "person 3"]
    assert "example.com" not in repr(log)


def test_two_runs_over_the_same_files_agree(read_log):
    content = _lines(*({"text": f"How {n}?", "user": f"u{n % 3}@example.com"} for n in range(20)))
    assert read_log(content, "log.jsonl") == read_log(content, "log.jsonl")


def test_an_id_that_comes_again_with_another_text_is_counted_apart(read_log):
    rows = ["id,question", "1,How do I pay?", "1,How do I pay?", "1,Where is my parcel?"]
    log = read_log("\n".join(rows))
    assert log.left_out == {"duplicate id": 1, "duplicate id with another text": 1}
