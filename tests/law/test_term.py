# SPDX-License-Identifier: EUPL-1.2
"""Terms: a length of time beside its article."""

import pytest

from gehoord.law import awb, politiewet
from gehoord.law.term import Term, TermUnit


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(1, TermUnit.WEEKS), "1 week"),
        (Term(6, TermUnit.WEEKS), "6 weken"),
        (Term(1, TermUnit.DAYS), "1 dag"),
        (Term(14, TermUnit.DAYS), "14 dagen"),
        (Term(3, TermUnit.MONTHS), "3 maanden"),
        (Term(4, TermUnit.YEARS), "4 jaar"),
        (Term(48, TermUnit.HOURS), "48 uur"),
    ],
)
def test_a_term_reads_as_dutch(term: Term, words: str) -> None:
    assert str(term) == words


def test_a_term_of_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="ten minste 1 week, niet 0"):
        Term(0, TermUnit.WEEKS)


def test_only_a_term_with_an_article_is_statutory() -> None:
    assert awb.TERM_TO_LODGE.is_statutory
    assert not Term(6, TermUnit.WEEKS).is_statutory


def test_the_terms_of_the_appeal_stand_beside_their_articles() -> None:
    terms = (
        awb.TERM_TO_LODGE,
        awb.TERM_TO_RECEIVE_POST,
        awb.TERM_TO_DECIDE,
        awb.TERM_TO_POSTPONE,
    )
    assert [(str(term), term.article and term.article.short) for term in terms] == [
        ("6 weken", "art. 6:7"),
        ("1 week", "art. 6:9 lid 2"),
        ("16 weken", "art. 7:24 lid 1"),
        ("10 weken", "art. 7:24 lid 4"),
    ]


def test_the_terms_of_the_politiewet_are_in_years() -> None:
    assert Term(4, TermUnit.YEARS, politiewet.ADOPT) == politiewet.TERM_TO_ADOPT_AGAIN
    assert Term(1, TermUnit.YEARS, politiewet.ADOPT) == politiewet.TERM_OF_JAARVERSLAG
    assert politiewet.TERM_OF_MUNICIPAL_GOALS.amount == 4
