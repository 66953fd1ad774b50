# SPDX-License-Identifier: EUPL-1.2
"""A count on a page: the table of S003, and how each theme stands after it."""

from gehoord.templates.poll import poll_part
from tests.domain.checks.test_themes import chosen
from tests.domain.dossier.polled import FOUR, poll


def test_a_page_has_the_options_by_their_votes_with_ties_and_each_theme_in_words() -> None:
    part = poll_part(poll(), chosen(*FOUR).themes())
    assert part.title == "Definitief van 1 maart 2027: 91 respondenten"
    assert part.headings == ("Soort", "Optie", "BM en OvJ", "Overall")
    assert part.rows[0] == ("hefboom", "Ondermijning", "26 (1)", "82 (1)")
    assert part.rows[3] == ("thema", "Uitbuiting", "20 (gedeeld 4)", "72 (4)")
    assert len(part.rows) == 11
    assert all(": blijft staan." in sentence for sentence in part.bases)
    assert len(part.bases) == 4
