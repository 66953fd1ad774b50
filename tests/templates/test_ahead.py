# SPDX-License-Identifier: EUPL-1.2
"""Who starts a stage reads where to go on: no form must be looked for in a list of sixty."""

import json
from functools import cache
from urllib.parse import parse_qs, urlsplit

import pytest

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.ahead import ahead, ahead_lines
from gehoord.templates.links import Links
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ONTWERP, Moment, Small
from tests.templates.story.test_forms import FORMS

LINKS = Links("http://127.0.0.1:4200", {name: name for name in FORMS})


@pytest.fixture(scope="module")
def at(small_once: Small) -> At:
    @cache
    def told(moment: Moment) -> State:
        story = StoryInMemory()
        story.tell(small_once, moment)
        return story.state

    return told


@pytest.mark.parametrize(
    ("moment", "stage", "forms"),
    [
        ("opened", Stage.START, ["1-start"]),
        ("themes", Stage.DRAFTS, ["melden-versie"]),
        ("ontwerp", Stage.DRAFTS, ["melden-akkoord"]),
        ("asked", Stage.HEARING, ["melden-gehoord"]),
        ("heard", Stage.HEARING, ["5-vaststelling"]),
        ("final", Stage.ADOPTION, ["melden-vaststelling", "melden-instemming"]),
        ("adopted", Stage.ADOPTION, ["5-vaststelling"]),
    ],
)
def test_a_stage_ends_with_the_forms_of_what_comes_first(
    at: At, moment: Moment, stage: Stage, forms: list[str]
) -> None:
    lines = ahead_lines("klein", ahead(at(moment), stage), LINKS)
    *found, standing = [line[line.index("http") :] for line in lines]
    assert [urlsplit(form).path.split("/")[-2] for form in found] == forms
    assert standing == LINKS.standing("klein")
    asked = [json.loads(parse_qs(urlsplit(form).query)["parameters"][0]) for form in found]
    assert {each["dossier"] for each in asked} == {"klein"}


def test_before_there_is_an_ontwerp_nobody_is_asked_to_agree_with_it(at: At) -> None:
    before, after = (progress(at(m), Stage.DRAFTS, ONTWERP, "") for m in ("themes", "ontwerp"))
    assert "akkoord" not in before.name + before.text
    assert after.name == "Wacht op akkoord: regioburgemeester en hoofdofficier"


def test_of_a_finished_stage_it_names_the_next_and_that_letters_leave_at_once(at: At) -> None:
    lines = ahead_lines("klein", ahead(at("heard"), Stage.HEARING), LINKS)
    assert lines[0].startswith("Volgende fase, 'Vaststellen' (wat klaarligt, gaat bij de start")
