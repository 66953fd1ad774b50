# SPDX-License-Identifier: EUPL-1.2
"""Only a statute blocks; practice asks for a reason, of an office that may give it."""

import re
from collections.abc import Iterator

import pytest

from gehoord.domain.checks import Check, all_checks
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.offices import in_words, meant
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, OFFICES, PER_MUNICIPALITY
from gehoord.domain.finding import Severity
from gehoord.domain.ground import Ground, GroundKind
from gehoord.law.article import Article
from gehoord.law.awb import CAREFUL_PREPARATION
from gehoord.law.politiewet import HEAR_COUNCILS
from tests.domain.checks.cases import judged

PRACTICE_ALONE = [
    "verzonden-voor-akkoord",
    "volgorde",
    "doelstellingen-minister",
    "voor-als-tot-en-met",
    "definitief-tijdens-raadpleging",
    "horen-op-dag-van-vaststelling",
]
NO_TERM = [
    "reces",
    "weinig-tijd-om-te-horen",
    "drie-vakantieregios",
    "geen-raadsvergadering",
    "geen-uiterste-dag",
    "behandeling-op-laatste-dag",
    "weinig-verwerkingstijd",
    "te-laat-aangenomen",
]
BY_CODE = {check.code: check for check in all_checks}


def nothing(case: Case) -> Iterator[Observation]:
    """Nothing is observed."""
    yield from ()


@pytest.mark.parametrize("check", all_checks, ids=lambda check: check.code)
def test_a_block_cites_a_statute_and_practice_never_blocks(check: Check) -> None:
    if check.severity is Severity.BLOCK:
        assert check.ground.article is not None
        assert check.ground.kind in (GroundKind.STATUTE, GroundKind.READING)
    if check.ground.kind in (GroundKind.CARE, GroundKind.PRACTICE):
        assert check.severity is not Severity.BLOCK


@pytest.mark.parametrize("check", all_checks, ids=lambda check: check.code)
def test_who_may_give_the_reason_is_said_where_one_is_asked_and_only_there(check: Check) -> None:
    assert bool(check.offices) == (check.severity is Severity.REASON)
    assert set(check.offices) <= {*OFFICES, *PER_MUNICIPALITY}


@pytest.mark.parametrize("code", PRACTICE_ALONE)
def test_what_practice_alone_objects_to_asks_for_a_reason(code: str) -> None:
    assert BY_CODE[code].severity is Severity.REASON


@pytest.mark.parametrize("code", NO_TERM)
def test_art_38b_lid_2_is_not_cited_for_a_term_that_it_does_not_name(code: str) -> None:
    assert BY_CODE[code].ground.kind in (GroundKind.CARE, GroundKind.PRACTICE)


@pytest.mark.parametrize("ground", [{}, {"practice": "S003: x"}, {"article": CAREFUL_PREPARATION}])
def test_a_check_that_blocks_on_practice_cannot_be_written(ground: dict[str, object]) -> None:
    register = Checks().add("x", Severity.BLOCK, mistake=None, remedy="Doe iets.", **ground)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="cites no statute"):
        register(nothing)


@pytest.mark.parametrize(
    ("severity", "offices"), [(Severity.REASON, ()), (Severity.BLOCK, (HOOFDOFFICIER,))]
)
def test_a_check_that_no_office_can_lift_asks_for_no_reason(
    severity: Severity, offices: tuple[str, ...]
) -> None:
    register = Checks().add(
        "x", severity, mistake=None, remedy="Doe iets.", article=HEAR_COUNCILS, offices=offices
    )
    with pytest.raises(ValueError, match="name offices"):
        register(nothing)


def test_that_a_committee_is_no_council_is_said_to_be_our_reading() -> None:
    ground = BY_CODE["telt-niet-als-horen"].ground
    assert ground.kind is GroundKind.READING
    assert ground.in_words.startswith("Politiewet 2012, art. 38b lid 2 (onze lezing: wie een comm")


@pytest.mark.parametrize(
    ("ground", "kind", "words"),
    [
        (Ground(HEAR_COUNCILS), "wet", "Politiewet 2012, art. 38b lid 2"),
        (Ground(CAREFUL_PREPARATION, practice="S001"), "zorgvuldigheid",
         "Algemene wet bestuursrecht, art. 3:2 (zorgvuldige voorbereiding)"),
        (Ground(HEAR_COUNCILS, "een brief is geen horen"), "lezing",
         "Politiewet 2012, art. 38b lid 2 (onze lezing: een brief is geen horen)"),
        (Ground(practice="S003: te vroeg"), "praktijk", "praktijk (S003: te vroeg)"),
        (Ground(), "praktijk", "praktijk"),
    ],
)  # fmt: skip
def test_a_ground_says_what_speaks_in_it(ground: Ground, kind: str, words: str) -> None:
    assert (ground.kind.value, ground.in_words) == (kind, words)


def test_where_an_article_is_promised_there_is_an_article_or_nothing() -> None:
    late = ('wanneer = "2 weken voor vaststelling"', 'wanneer = "5 weken voor vaststelling"')
    for finding in judged(late):
        said = finding.as_json()["article"]
        assert said is None or re.fullmatch(r"[A-Z][a-z 0-9]+, art\. [\d:a-zA-Z ]+", str(said))
    assert {type(check.ground.article) for check in all_checks} <= {Article, type(None)}


@pytest.mark.parametrize(
    "name", ["hoofdofficier", "Hoofdofficier", "de hoofdofficier van  justitie", " HOOFDOFFICIER "]
)
def test_an_office_is_known_by_its_short_and_its_full_name(name: str) -> None:
    assert meant(name, [HOOFDOFFICIER]) == HOOFDOFFICIER
    assert not meant(name, ["regioburgemeester"])
    assert in_words([HOOFDOFFICIER]) == "hoofdofficier van justitie"
