# SPDX-License-Identifier: EUPL-1.2
"""Mistake 13: the wrong set of municipalities, and one that changes on the way.

Law: Politiewet 2012, art. 38b lid 2 (each council of the unit).
"""

from pathlib import Path

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.finding import Finding, Severity
from gehoord.procedures.library import proposal_of
from tests.domain.checks.cases import EENHEID, judged, of_code

BLOCK, WARN = Severity.BLOCK, Severity.WARN
FIXTURES = Path(__file__).parent / "fixtures"
REFERENCE = "peildatum = 2027-01-01"
PREVIOUS = "vorige_vaststelling = 2023-11-09\n"
ADOPTS = 'wanneer = "donderdag 4 november 2027"'

MERGED = EENHEID + (
    '\n[[gemeente]]\ncode = "GM0439"\nnaam = "Purmerend"\n'
    '\n[[gemeente]]\ncode = "GM0370"\nnaam = "Beemster"\n'
)
CORRECT = MERGED.rstrip() + "\ntot_en_met = 2021-12-31\n"


def adopted_on(day: str, reference: str) -> tuple[tuple[str, str], ...]:
    """The adoption on another day, no plan before it, and another reference date."""
    return (
        (PREVIOUS, ""),
        (ADOPTS, f'wanneer = "{day}"'),
        (REFERENCE, f"peildatum = {reference}"),
    )


def eenheid(*rows: str) -> str:
    """Return the small unit with these municipalities beside its own: code, name, days."""
    added = ""
    for row in rows:
        code, name, *days = row.split("; ")
        added += "\n".join(["", "[[gemeente]]", f'code = "{code}"', f'naam = "{name}"', *days, ""])
    return EENHEID + added


def of_fixture(name: str) -> list[Finding]:
    proposal, unit, _ = proposal_of(str(FIXTURES / f"{name}.toml"))
    return findings(Case.of(proposal, unit))


def test_a_set_that_still_holds_an_abolished_municipality_is_refused() -> None:
    """Beemster went into Purmerend on 1 January 2022."""
    found = of_code("gemeenteset", judged(eenheid=MERGED))
    assert [f.text for f in found] == ["Op 1 januari 2027 bestaat niet: Beemster."]
    assert of_code("gemeenteset", judged(eenheid=CORRECT)) == []


def test_a_set_without_the_municipality_that_came_in_their_place_is_refused() -> None:
    """Dijk en Waard came in the place of Heerhugowaard and Langedijk."""
    old = '\n[[gemeente]]\ncode = "GM0398"\nnaam = "Heerhugowaard"\ntot_en_met = 2021-12-31\n'
    new = '\n[[gemeente]]\ncode = "GM1980"\nnaam = "Dijk en Waard"\nvan = 2022-01-01\n'
    found = of_code("gemeenteset", judged(eenheid=EENHEID + old))
    assert [(f.severity, f.text) for f in found] == [
        (BLOCK, "Op 1 januari 2027 hoort Dijk en Waard bij de gemeenten; die ontbreekt.")
    ]
    assert of_code("gemeenteset", judged(eenheid=EENHEID + old + new)) == []


def test_a_merger_between_the_first_decision_and_the_adoption_is_told() -> None:
    """In 2022 the unit of this test went from five municipalities to four."""
    across = adopted_on("10 maart 2022", "2022-01-01")
    found = of_code("gemeenteset-gewijzigd", judged(*across, eenheid=CORRECT))
    assert [(f.severity, f.steps) for f in found] == [(WARN, ("themas", "vaststelling"))]
    assert "waren het 5 gemeenten, bij de vaststelling zijn het er 4" in found[0].text
    later = adopted_on("9 maart 2023", "2022-03-01")
    assert of_code("gemeenteset-gewijzigd", judged(*later, eenheid=CORRECT)) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "verkiezing-fout",
            ("verkiezingen", "Op 16 maart 2022 kiest Deurne een nieuwe raad; die treedt aan op 30 "
             "maart 2022."),
        ),
        (
            "herindeling-in-eenheid",
            ("gemeenteset-gewijzigd", "Op 1 maart 2021 waren het 6 gemeenten, bij de vaststelling "
             "zijn het er 2 (herindeling op 1 januari 2022). In 2 daarvan is in die tijd een "
             "nieuwe raad gekozen."),
        ),
    ],
)  # fmt: skip
def test_mergers_and_their_elections_are_known_in_any_unit(
    name: str, told: tuple[str, str]
) -> None:
    assert [(f.code, f.text) for f in of_fixture(name) if f.code == told[0]] == [told]
    assert [f for f in of_fixture(name) if f.severity is BLOCK] == []


def test_days_of_the_file_that_no_merger_knows_change_the_set_and_are_said_to_be_unjudged() -> None:
    """Two municipalities go into a third in the middle of the procedure."""
    own = EENHEID.replace('"Hoorn"', '"Hoorn"\ntot_en_met = 2027-06-30') + (
        '\n[[gemeente]]\ncode = "GM9998"\nnaam = "Nieuwstad"\nvan = 2027-07-01\n'
    )
    found = judged(eenheid=own)
    assert [f.text for f in of_code("gemeenteset-gewijzigd", found)] == [
        "Op 1 januari 2027 waren het 3 gemeenten, bij de vaststelling zijn het er 3 (herindeling "
        "op 1 juli 2027)."
    ]
    assert [(f.severity, f.text) for f in of_code("herindeling-onzeker", found)] == [
        (
            WARN,
            "Alleen eenheid.toml noemt een wijziging op 1 juli 2027 (Hoorn en Nieuwstad). Of "
            "daarvoor een herindelingsverkiezing is gehouden, is niet bekend; Gehoord toetst die "
            "niet.",
        )
    ]


def test_a_new_name_is_no_change_of_the_set() -> None:
    """Groesbeek is named Berg en Dal since 1 January 2016."""
    renamed = eenheid(
        "GM0241; Groesbeek; tot_en_met = 2015-12-31", "GM1945; Berg en Dal; van = 2016-01-01"
    )
    found = judged(*adopted_on("10 maart 2016", "2015-06-01"), eenheid=renamed)
    assert of_code("gemeenteset-gewijzigd", found) == []
    assert of_code("herindeling-onzeker", found) == []


@pytest.mark.parametrize(
    ("adopted", "reference"), [("4 november 2027", "2027-01-01"), ("4 november 2027", "2026-12-01")]
)
def test_a_merger_of_which_the_act_was_not_read_is_told_and_blocks_nothing(
    adopted: str, reference: str
) -> None:
    """Wijdemeren and Hilversum on 1 January 2027."""
    for days in ("", "tot_en_met = 2026-12-31"):
        own = eenheid("GM0402; Hilversum", f"GM1696; Wijdemeren; {days}")
        found = judged(*adopted_on(adopted, reference), eenheid=own)
        assert of_code("gemeenteset", found) == []
        told = [f.text for f in of_code("herindeling-onzeker", found)]
        assert told == [
            "De herindeling van Wijdemeren in Hilversum op 1 januari 2027 is onzeker: het "
            "wetsvoorstel (november 2025) noemt 1 januari 2027; de wet zelf is niet nagelezen."
        ]
        changes = of_code("gemeenteset-gewijzigd", found)
        assert [f.text for f in changes if "5 gemeenten" not in f.text] == []
        assert len(changes) == (reference < "2027")


def test_the_doubt_about_an_election_is_said() -> None:
    """The day of the election of Hilversum in November 2026 follows from other years alone."""
    own = eenheid("GM0402; Hilversum", "GM1696; Wijdemeren")
    found = judged(*adopted_on("10 december 2026", "2026-12-01"), eenheid=own)
    assert [f.text for f in of_code("verkiezingen", found)] == [
        "Op 18 november 2026 kiezen Hilversum en Wijdemeren een nieuwe raad (herindeling); die "
        "treedt aan op 1 januari 2027. Onzeker: in november 2026, maar de 18e volgt alleen uit "
        "eerdere jaren."
    ]


def test_elections_of_one_day_are_told_in_one_sentence_and_a_split_council_once() -> None:
    """Haaren 2021: its voters helped elect the councils of Boxtel, Oisterwijk and Vught."""
    own = eenheid("GM0757; Boxtel", "GM0865; Vught", "GM0788; Haaren; tot_en_met = 2020-12-31")
    found = judged(*adopted_on("10 december 2020", "2020-06-01"), eenheid=own)
    assert [f.text for f in of_code("verkiezingen", found)] == [
        "Op 18 november 2020 kiezen Boxtel, Haaren en Vught een nieuwe raad (herindeling); die "
        "treedt aan op 1 januari 2021."
    ]


def test_a_regular_and_a_merger_election_of_one_day_stay_apart() -> None:
    """On 16 March 2022 Weesp elected the council of Amsterdam, that sat from the 24th."""
    own = eenheid("GM0363; Amsterdam")
    found = judged(*adopted_on("17 maart 2022", "2022-01-01"), eenheid=own)
    regular, merger = [f.text for f in of_code("verkiezingen", found)]
    assert regular.startswith("Op 16 maart 2022 kiezen Haarlem, Hoorn en Texel een nieuwe raad;")
    assert merger.startswith("Op 16 maart 2022 kiest Amsterdam een nieuwe raad (herindeling);")
    assert "Onzeker: de nieuwe raad trad aan op of na 24 maart 2022" in merger


def test_a_municipality_that_left_for_another_unit_leaves_nobody_to_be_missed() -> None:
    """Weesp went to Amsterdam, in another unit, on 24 March 2022."""
    gone = eenheid("GM0402; Hilversum", "GM0457; Weesp; tot_en_met = 2022-03-23")
    assert of_code("gemeenteset", judged(eenheid=gone)) == []
    across = judged(*adopted_on("30 juni 2022", "2022-01-10"), eenheid=gone)
    assert "herindeling op 24 maart 2022" in of_code("gemeenteset-gewijzigd", across)[0].text
    kept = eenheid("GM0402; Hilversum", "GM0457; Weesp")
    assert [f.text for f in of_code("gemeenteset", judged(eenheid=kept))] == [
        "Op 1 januari 2027 bestaat niet: Weesp."
    ]


def test_before_it_is_known_to_have_changed_units_the_unit_is_in_doubt() -> None:
    """Leerdam, from the unit of Rotterdam to Vijfheerenlanden in 2019."""
    own = eenheid("GM0545; Leerdam; tot_en_met = 2018-12-31")
    doubt = "dat Leerdam en Zederik pas op 1 januari 2019 van eenheid wisselden"
    before = of_code(
        "herindeling-onzeker", judged(*adopted_on("29 november 2018", "2018-06-01"), eenheid=own)
    )
    assert [doubt in f.text for f in before] == [True]
    after = judged(*adopted_on("28 november 2019", "2019-06-01"), eenheid=own)
    assert of_code("herindeling-onzeker", after) == []
