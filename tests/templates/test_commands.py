# SPDX-License-Identifier: EUPL-1.2
"""Who reads in Prefect what to do gets a form for each command, and types nothing."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.domain.checks import all_checks
from gehoord.domain.checks.offices import reason_in_words
from gehoord.domain.checks.registry import Check
from gehoord.domain.errors import Onward
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.commands import forms_named, in_forms, ways_onward
from gehoord.templates.links import Links

FORMS = {f"melden-{kind}": kind for kind in KINDS_WITH_FORM} | {
    stage.numbered: stage for stage in Stage
}
LINKS = Links("http://127.0.0.1:4200", FORMS | {"verplaatsen": "verplaatsen"})
COMMAND = re.compile("gehoord (?!plan)")  # a proposal is no dossier yet, and has no form
CHECKS = [check for check in all_checks if COMMAND.search(check.in_dossier or check.remedy)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_each_remedy_of_a_check_points_to_forms_and_names_no_command(
    check: Check,
) -> None:
    said = check.in_dossier or check.remedy
    assert not COMMAND.search(in_forms(said, LINKS, "klein"))
    assert all("klein" in form for form in forms_named(said, LINKS, "klein"))


def test_a_reason_opens_with_the_finding_and_the_step_that_it_is_about() -> None:
    asked = reason_in_words("klein", "volgorde", ["regioburgemeester"], "vaststelling")
    [form] = forms_named(f"Of {asked}.", LINKS, "klein")
    filled = json.loads(parse_qs(urlsplit(form).query)["parameters"][0])
    assert urlsplit(form).path == "/deployments/deployment/reden/run"
    assert filled == {"dossier": "klein", "bevinding": "volgorde", "stap": "vaststelling"}
    assert in_forms(f"Of {asked}.", LINKS, "klein") == (
        f"Of leg een reden vast van de regioburgemeester: [formulier]({form})."
    )


def test_where_there_is_no_form_the_command_stays() -> None:
    said = "Leg een versie vast (gehoord record versie)."
    assert in_forms(said, Links("http://127.0.0.1:4200"), "klein") == said
    assert list(forms_named(said, Links("http://127.0.0.1:4200"), "klein")) == []


def test_what_people_wrote_beside_a_command_stays_plain() -> None:
    assert "\\]" in in_forms("[klik](http://kwaad.example) (gehoord record versie)", LINKS, "klein")


def test_a_form_that_opens_with_what_is_known_is_not_offered_empty_beside_it() -> None:
    later = Onward("Kan dat later?", "verplaatsen", {"stap": "verwerking"})
    said = "Verplaats de stap (gehoord move). Of leg een versie vast (gehoord record versie)."
    moving, version = ways_onward((later,), said, LINKS, "klein")
    assert "verwerking" in moving
    assert "/versie/run" in version
