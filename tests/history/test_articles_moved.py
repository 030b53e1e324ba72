"""Articles that came and went between two runs, and gaps that are called something else."""

from msgspec.structs import replace
from small_runs import KEY, make_record, make_topic

from kbtool.history import Page, compare_records
from kbtool.history.fingerprints import mark_all

GIFTS, REFUNDS = Page("gifts", "Use a gift card", "d2"), Page("refunds", "Get a refund", "d1")
ASKED = make_topic("t1", ("use my card", "card code", "gift code"), gap=False)


def record(pages, found, topics=(ASKED,)):
    answers = {name: mark_all(texts, KEY) for name, texts in found.items()}
    return make_record(articles=pages, topics=topics, found=answers)


def test_an_article_that_is_gone_tells_how_many_wordings_lost_their_answer():
    before = record((GIFTS, REFUNDS), {"gifts": ("use my card", "card code", "asked no more")})
    now = record((REFUNDS,), {"refunds": ("card code",)})
    told = compare_records(before, now)
    assert told.added == ()
    (gone,) = told.gone
    assert (gone.title, gone.asked, gone.lost) == ("Use a gift card", 2, 1)
    (came,) = compare_records(now, before).added
    assert (came.title, came.answers, came.won) == ("Use a gift card", 3, 1)


def test_an_article_under_another_id_is_neither_gone_nor_new():
    moved = Page("shop/gifts", "Use a gift card", "d2")
    told = compare_records(record((GIFTS,), {}), record((moved,), {}))
    assert (told.gone, told.added) == ((), ())


def test_a_run_of_an_earlier_version_names_articles_without_numbers():
    old = replace(record((GIFTS,), {}), found=None)
    (gone,) = compare_records(old, record((), {})).gone
    assert (gone.title, gone.asked, gone.lost) == ("Use a gift card", None, None)


def test_a_gap_with_another_label_says_what_it_was():
    before = record((), {}, (make_topic(label="how many calories", askers=5), make_topic("t2")))
    now = record((), {}, (make_topic(label="use a voucher", askers=8), make_topic("t2")))
    (one,) = compare_records(before, now).relabelled
    assert (one.label, one.before) == ("use a voucher", "how many calories")
    assert (one.askers, one.askers_before) == (8, 5)
