"""Texts as counts."""

import numpy as np

from kbtool.matching.text.tokens import Tokenizer
from kbtool.matching.text.vocabulary import Vocabulary, encode

TOKENIZER = Tokenizer("en")


def docs(*texts):
    return [TOKENIZER.doc(text) for text in texts]


def test_stems_are_counted_in_every_text():
    texts = docs("card card order", "", "order")
    vocabulary = Vocabulary(encode(texts))
    counts = vocabulary.count(encode(texts)).stems.toarray()
    assert sorted(vocabulary.stems) == ["card", "order"]
    assert counts.tolist() == [[2, 1], [0, 0], [0, 1]]


def test_a_pair_counts_where_two_texts_hold_it_and_never_across_texts():
    texts = docs("freeze card", "freeze card now", "order", "freeze")
    vocabulary = Vocabulary(encode(texts))
    counts = vocabulary.count(encode(texts))
    n_stems = len(vocabulary.stems)
    assert counts.terms.shape[1] == n_stems + 1  # "freeze card" alone stands in two texts
    assert counts.terms[:, n_stems].toarray().ravel().tolist() == [1, 1, 0, 0]


def test_unknown_words_count_by_their_parts_alone():
    vocabulary = Vocabulary(encode(docs("freeze", "cards")))
    counts = vocabulary.count(encode(docs("freezer")))
    assert counts.stems.nnz in (0, 1)
    assert counts.ngrams.nnz > 0


def test_no_text_at_all_counts_nothing():
    vocabulary = Vocabulary(encode(docs("freeze")))
    assert vocabulary.count(encode([])).terms.shape == (0, 1)
    assert isinstance(vocabulary.is_function(encode(docs("freeze"))), np.ndarray)


def test_a_function_word_of_one_language_is_what_most_of_its_uses_are():
    german = [TOKENIZER.doc(text, "de") for text in ("die Box", "die Box", "den Akku")]
    texts = [*german, *docs("the battery may die", "den of foxes", "a den")]
    vocabulary = Vocabulary(encode(texts))
    ignored = vocabulary.is_function(encode(texts))
    told = {word: bool(ignored[vocabulary.stems[word]]) for word in ("die", "den", "box", "the")}
    assert told == {"die": True, "den": False, "box": False, "the": True}
