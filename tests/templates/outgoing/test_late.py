# SPDX-License-Identifier: EUPL-1.2
"""The mail in which the adviser reads what is late."""

from datetime import date

from gehoord.domain.outgoing.late import news_of_late
from gehoord.tasks.posting import post_of
from gehoord.templates.links import Links
from gehoord.templates.outgoing.late import digest_of_late
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.loose import loosened
from tests.story import Small

ON = date(2027, 5, 3)


def test_the_mail_about_what_is_late_names_no_day_either(small: Small) -> None:
    _, eenheid, text = small
    story = StoryInMemory()
    story.opens((proposal_of(loosened(text)), eenheid, loosened(text)))
    news = news_of_late(story.state, (), ON)
    assert news is not None
    digest = digest_of_late(post_of(story.state, ON), news)
    assert "medio maart 2027 (bij benadering)" in digest.body
    assert "volgens de planning voorbij: in april 2027" in digest.body
    assert "de laatste dag was 4 maart 2027" in digest.body
    assert "30 april" not in digest.body
    assert "15 maart" not in digest.body


def test_the_mail_points_to_prefect_where_that_is_known(small: Small) -> None:
    story = StoryInMemory()
    story.opens(small)
    news = news_of_late(story.state, (), ON)
    assert news is not None
    post = post_of(story.state, ON)
    links = Links("http://127.0.0.1:4200")
    told = digest_of_late(post, news, links).body
    assert f"- alles wat te laat is: {links.late('klein')}\n" in told
    assert f"- de stand van zaken: {links.standing('klein')}\n" in told
    assert "Prefect" not in digest_of_late(post, news).body
