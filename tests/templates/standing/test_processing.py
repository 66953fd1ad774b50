# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken names the councils that wait for an answer, and how long there is for it."""

from gehoord.templates.links import Links
from gehoord.templates.standing.processing import answers_processed
from tests.domain.acts.story_in_memory import At
from tests.domain.conftest import at as at
from tests.domain.outgoing.test_processing import answered

LINKS = Links("http://127.0.0.1:4200", {"melden-verwerking": "7f"})


def test_who_waits_is_named_with_the_form_and_the_time_there_is(at: At) -> None:
    text = "\n".join(answers_processed(answered(at).state, LINKS))
    assert text.startswith("## Zienswijzen beantwoorden\n\n2 zienswijzen, waarvan 1 te laat;")
    assert "19 werkdagen." in text
    assert (
        "Zonder antwoord: Hoorn; Texel. [Meld wat met de zienswijze van Hoorn is gedaan](" in text
    )


def test_nothing_is_said_before_a_council_answered(at: At) -> None:
    assert answers_processed(at("asked"), LINKS) == []
