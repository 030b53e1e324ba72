"""Subjects that say nothing are not joined to the text."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning.subject import join_subject

TEXT = "How do I order a new card?"


@pytest.mark.parametrize("subject", ["Help 17", "Question 3", "Anfrage 2026", "Problem #4"])
def test_an_empty_subject_with_a_number_adds_nothing(subject):
    assert join_subject(subject, TEXT) == TEXT


@pytest.mark.parametrize("subject", ["Error 404", "Refund 17", "Form 1099"])
def test_a_number_behind_a_word_that_says_something_stays(subject):
    assert join_subject(subject, TEXT) == f"{subject}.\n{TEXT}"
