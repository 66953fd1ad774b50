# SPDX-License-Identifier: EUPL-1.2
"""A proposal names a kind of report at a step only where that report can close it."""

from pathlib import Path

import pytest

from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from tests.conftest import HERE
from tests.sentence import assert_sentence

KLEIN = Path(HERE / "klein.toml").read_text()


def with_report(step: str, report: str) -> Proposal:
    """Return the small proposal in which one step names this kind of report."""
    old = f'id = "{step}"\n'
    assert old in KLEIN
    text = KLEIN.replace(old, f'{old}melding = "{report}"\n', 1)
    return read_toml(Proposal, text.encode(), "klein.toml")


@pytest.mark.parametrize("report", ["sterkte", "gedaan", "peiling", "veiligheidsbeeld"])
def test_what_closes_a_step_may_be_named(report: str) -> None:
    assert with_report("verwerking", report).step("verwerking").reported_as == report


@pytest.mark.parametrize("report", ["sterkteverdeling", "wijziging", "reactie"])
def test_what_closes_no_step_is_refused_with_all_that_do(report: str) -> None:
    with pytest.raises(GehoordError) as refused:
        with_report("verwerking", report)
    known = "lokale-prioriteiten, veiligheidsbeeld, informatiesessie, kandidaten, peiling, sterkte"
    assert_sentence(str(refused.value), "klein.toml", f"noemt bij 'melding' '{report}'")
    assert f"kies uit: {known}, uitvoeringsplan, gedaan" in str(refused.value)


@pytest.mark.parametrize("step", ["ontwerp", "akkoord", "horen", "vaststelling", "themas"])
def test_a_step_that_is_done_in_another_way_names_no_report(step: str) -> None:
    with pytest.raises(GehoordError, match=rf"stap '{step}' noemt .* haal 'melding' weg"):
        with_report(step, "sterkte")


def test_uitvoeringsplannen_follow_the_adoption() -> None:
    assert with_report("jaarverslag", "uitvoeringsplan").step("jaarverslag").reported_as
    with pytest.raises(GehoordError, match="hoort in de fase 'verantwoording'"):
        with_report("verwerking", "uitvoeringsplan")
