# SPDX-License-Identifier: EUPL-1.2
"""Themes on an interim count, and a theme that was overtaken by the final one."""

from collections.abc import Iterable

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.poll import Poll, PollStage
from gehoord.domain.dossier.state import State
from tests.domain.checks.cases import holding
from tests.domain.checks.test_themes import CHOSEN, chosen
from tests.domain.dossier.polled import FOUR, OPTIONS, poll


def counted(*polls: Poll) -> State:
    return holding(chosen(*FOUR), polls=polls)


def codes(state: State) -> set[str]:
    return {finding.code for finding in findings(Case.of_dossier(state, CHOSEN))}


def seen(polls: Iterable[Poll]) -> set[str]:
    return codes(counted(*polls)) & {"themas-op-tussenstand", "thema-ingehaald"}


def test_themes_that_were_chosen_on_an_interim_count_wait_for_the_final_one() -> None:
    """S003: the RBOP saw 71 respondents on 24 May, the final count of 6 June had 91."""
    interim = poll(stage=PollStage.INTERIM, respondents=85)
    assert seen([]) == set()
    assert seen([interim]) == {"themas-op-tussenstand"}
    assert seen([interim, poll(number=2)]) == set()


def test_a_theme_that_is_overtaken_after_the_final_count_is_found() -> None:
    more = tuple(line.replace("12; 44", "12; 62") for line in OPTIONS)
    assert seen([poll(more)]) == {"thema-ingehaald"}
