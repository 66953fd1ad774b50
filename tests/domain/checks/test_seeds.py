# SPDX-License-Identifier: EUPL-1.2
"""What the checks find in the four procedures as they were, and in the one that is due.

The expectations are those of the seed documents; each names its steps as the seeds number them.
"""

from datetime import date

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.schedule import RecessDays
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of

NH19 = "noord-holland/imv-2019-2022"
NH23 = "noord-holland/imv-2023"
NH24 = "noord-holland/imv-2024-2027"
NOW = "noord-holland/imv-2028-2031"
OOST = "oost-nederland/vs-mjb-2019-2022"

OURS = {
    "adoption_without_date": "vaststelling-zonder-dag",
    "adoption_without_hearing": "verlenging",
    "approximate_deadline_on_non_working_day": "vrije-dag",
    "council_composition_changed": "gemeenteset-gewijzigd",
    "council_election_near_adoption": "verkiezingen",
    "definitive_during_hearing": "definitief-tijdens-raadpleging",
    "gap_between_plans": "gat-tussen-plannen",
    "hearing_overlaps_school_holiday": "reces",
    "no_response_deadline": "geen-uiterste-dag",
    "order_violation": "volgorde",
    "sent_before_approval": "verzonden-voor-akkoord",
    "slipped": "verschoven",
    "soft_deadline": "te-laat-aangenomen",
    "statutory_part_missing_in_hearing_version": "deel-ontbreekt-in-ontwerp",
    "statutory_part_provisional_in_hearing_version": "deel-voorlopig-in-ontwerp",
    "theme_open_after_due_date_of_draft": "thema-nog-open",
    "three_holiday_regions": "drie-vakantieregios",
    "year_implicit": "jaar-geraden",
}
"""The code of the seeds -> ours. Two of its order violations have a sharper code of their own."""

EXPECTED = [
    (NH19, "sent_before_approval", {27, 29}),
    (NH19, "statutory_part_missing_in_hearing_version", {25, 34}),  # 28 is no step that lacks it
    (NH19, "statutory_part_provisional_in_hearing_version", {24, 33, 34}),
    (NH19, "no_response_deadline", {31}),
    (NH19, "hearing_overlaps_school_holiday", {31}),
    (NH19, "council_election_near_adoption", {36}),
    (NH19, "soft_deadline", {14}),
    (NH23, "adoption_without_hearing", {6, 7}),
    (NH23, "council_composition_changed", {2, 6}),
    (NH24, "slipped", {9, 12}),
    (NH24, "slipped", {13, 14}),
    (NH24, "approximate_deadline_on_non_working_day", {20}),
    (NH24, "hearing_overlaps_school_holiday", {20}),
    (NH24, "theme_open_after_due_date_of_draft", {17, 18}),
    (OOST, "order_violation", {12, 16}),
    (OOST, "order_violation", {13, 16}),
    (OOST, "gap_between_plans", {30}),
    (OOST, "adoption_without_date", {30}),
    (OOST, "definitive_during_hearing", {28, 31}),
    (OOST, "three_holiday_regions", {28}),
    (OOST, "year_implicit", {9}),  # the note of 1 says where its year comes from
]

COMPLETE = {
    NH19: [
        ("verzonden-voor-akkoord", {27, 29}),
        ("doelstellingen-later", {25}),
        ("geen-uiterste-dag", {31}),
        ("reces", {31}),
        ("verkiezingen", {31, 36}),
        ("deel-ontbreekt-in-ontwerp", {25, 34}),
        ("te-laat-aangenomen", {14}),
        ("deel-voorlopig-in-ontwerp", {24, 25, 33, 34}),
        ("lokale-doelen", {10}),
        ("wijkagentnorm", set()),  # 298 against 305 (S002, 6.2): mistake 6, about no one step
    ],
    NH23: [
        ("verlenging", {6, 7}),
        ("gemeenteset-gewijzigd", {2, 6}),
        ("lokale-doelen", {3}),
    ],
    NH24: [
        ("lokale-doelen", {12}),
        ("jaar-geraden", {20}),
        ("reces", {20}),
        ("vrije-dag", {20}),
        ("thema-nog-open", {17, 18}),
        ("verschoven", {13, 14}),
        ("verschoven", {9, 12}),
    ],
    OOST: [
        ("definitief-tijdens-raadpleging", {28, 31}),
        ("volgorde", {12, 16}),
        ("volgorde", {13, 16}),
        ("vaststelling-zonder-dag", {30}),
        ("jaar-geraden", {9, 10, 11, 12, 13, 15, 16, 19, 20, 21}),
        ("drie-vakantieregios", {28}),
        ("lokale-doelen", {16}),
        ("gemeenteset-gewijzigd", {16, 30}),
        ("gat-tussen-plannen", {30}),
        ("vakantieregio-onzeker", {28}),
    ],
}
"""Every finding, so that one too many is seen."""


def proposal(name: str) -> Proposal:
    return proposal_of(name)[0]


def found(name: str) -> list[Finding]:
    read, eenheid, _ = proposal_of(name)
    return findings(Case.of(read, eenheid))


def seeds(name: str, finding: Finding) -> set[int]:
    """Return the numbers that the seeds give the steps of a finding."""
    named = [proposal(name).step(step).seed for step in finding.steps]
    return {int(seed.split("-")[1]) for seed in named if seed}


def text(name: str, code: str) -> str:
    return next(f.text for f in found(name) if f.code == code)


@pytest.mark.parametrize(("name", "code", "steps"), EXPECTED)
def test_what_the_seeds_expect_is_found_with_its_steps(
    name: str, code: str, steps: set[int]
) -> None:
    assert [f for f in found(name) if f.code == OURS[code] and steps <= seeds(name, f)]


@pytest.mark.parametrize("name", COMPLETE)
def test_nothing_else_is_found_than_is_written_here(name: str) -> None:
    listed = sorted((f.code, sorted(seeds(name, f))) for f in found(name))
    assert listed == sorted((code, sorted(steps)) for code, steps in COMPLETE[name])


def test_in_2018_thirty_of_the_days_to_be_heard_were_holiday() -> None:
    """21 days of summer and 9 of autumn in a window of 101 days."""
    told = text(NH19, "reces")
    assert "Van de 101 dagen" in told
    assert "30 dagen in regio noord" in told
    assert "2 september 2018" in told
    assert "20 oktober 2018 tot en met 28 oktober 2018" in told


def test_a_stretch_of_days_in_a_finding_has_its_preposition() -> None:
    assert "is gepland van 1 april 2019 tot en met 30 april 2019, maar" in text(
        OOST, "definitief-tijdens-raadpleging"
    )


def test_in_2023_44_of_the_123_days_to_be_heard_were_holiday() -> None:
    told = text(NH24, "reces")
    assert "Van de ongeveer 123 dagen" in told
    assert "44 dagen in regio noord (zomervakantie van 22 juli 2023 tot en met 3 september" in told


def test_medio_oktober_2023_is_a_sunday_and_keeps_its_words() -> None:
    assert "zondag 15 oktober 2023" in text(NH24, "vrije-dag")
    assert "medio oktober 2023 (bij benadering). Dat is geen dag" in text(NH24, "vrije-dag")


def test_the_election_a_day_before_the_adoption_of_2018_comes_from_the_law() -> None:
    told = text(NH19, "verkiezingen")
    assert "21 november 2018" in told
    assert "Haarlemmerliede en Spaarnwoude en Haarlemmermeer" in told
    assert "1 januari 2019" in told


def test_the_extension_of_2023_asks_for_its_ground_and_is_not_blocked() -> None:
    weights = {f.code: f.severity for f in found(NH23)}
    assert weights["verlenging"] is Severity.REASON
    assert Severity.BLOCK not in weights.values()
    assert "waren het 34 gemeenten, bij de vaststelling zijn het er 32" in text(
        NH23, "gemeenteset-gewijzigd"
    )


def test_an_extension_with_other_contents_is_blocked_until_the_councils_are_heard() -> None:
    read, eenheid, _ = proposal_of(NH23)
    extension = read.beleidsplan.extension
    assert extension is not None
    for wrong in ({"same_content": False}, {"ground": "-"}):
        plan = read.beleidsplan.model_copy(update={"extension": extension.model_copy(update=wrong)})
        case = Case.of(read.model_copy(update={"beleidsplan": plan}), eenheid)
        codes = {f.code for f in findings(case) if f.severity is Severity.BLOCK}
        assert codes == {"raad-niet-gehoord", "telt-niet-als-horen"}
        assert "verlenging" not in {f.code for f in findings(case)}


def test_what_went_well_is_no_finding() -> None:
    """Sent on 10 August where mid-August was promised; three years and 353 days between plans."""
    assert "NH19-26" not in {proposal(NH19).step(s).seed for f in found(NH19) for s in f.steps}
    assert "vier-jaar-voorbij" not in {f.code for f in found(NH23)}
    assert last_lawful_day(date(2018, 11, 22)) > date(2022, 11, 10)


def test_what_a_source_says_about_itself_stands_in_the_note_of_the_step() -> None:
    """A source that names two days, or no year: noted where it is, not held against anybody."""
    assert "spreekt zichzelf tegen" in proposal(NH24).step("vaststelling").note
    assert "geen jaar" in proposal(OOST).step("bbg-januari").note


def test_the_298_wijkagenten_of_2018_fall_short_of_305() -> None:
    """S002 names the 305 that the number of inhabitants justifies, and not that number itself."""
    assert text(NH19, "wijkagentnorm") == (
        "De sterkteverdeling telt 298 wijkagenten; naar de norm zijn er ten minste 305 nodig."
    )
    read, eenheid, _ = proposal_of(NH19)
    for wijkagenten, codes in ((298, ["wijkagentnorm"]), (305, [])):
        content = {"wijkagenten": wijkagenten, "inhabitants": 1_525_000}
        plan = type(read.beleidsplan).model_validate(
            read.beleidsplan.model_dump() | {"strength": content}
        )
        case = Case.of(read.model_copy(update={"beleidsplan": plan}), eenheid)
        assert [f.code for f in findings(case) if f.code == "wijkagentnorm"] == codes


def test_the_cycle_that_is_due_hears_about_its_summer_and_the_goals_of_the_councils() -> None:
    assert [(f.code, f.severity, f.steps) for f in found(NOW)] == [
        ("lokale-doelen", Severity.WARN, ("themas",)),
        ("reces", Severity.WARN, ("horen",)),
    ]
    assert "Van de 112 dagen" in text(NOW, "reces")
    assert "44 dagen in regio noord (zomervakantie van 10 juli 2027 tot en met 22 augustus" in text(
        NOW, "reces"
    )


def test_the_summer_of_2027_leaves_each_council_68_of_112_days() -> None:
    """And a council with a recess of its own is named with what is left to it."""
    assert "32 raden houden elk 68 dagen (9 raadsweken) over." in text(NOW, "reces")
    read, eenheid, _ = proposal_of(NOW)
    july_august = RecessDays(name="zomerreces", start=date(2027, 7, 1), end=date(2027, 8, 31))
    municipalities = tuple(
        m.model_copy(update={"recess": (july_august,)}) if m.name == "Purmerend" else m
        for m in eenheid.municipalities
    )
    with_purmerend = eenheid.model_copy(update={"municipalities": municipalities})
    told = {f.code: f.text for f in findings(Case.of(read, with_purmerend))}["reces"]
    assert told.endswith(
        "31 raden houden elk 68 dagen (9 raadsweken) over en "
        "Purmerend (eigen reces) houdt 50 dagen (5 raadsweken) over."
    )


def test_a_week_later_the_cycle_that_is_due_is_two_days_late() -> None:
    read, eenheid, _ = proposal_of(NOW)
    late = [
        f
        for f in findings(Case.of(read.moved("vaststelling", date(2027, 11, 11)), eenheid))
        if f.code == "vier-jaar-voorbij"
    ]
    assert [f.text for f in late] == [
        "De laatste dag om vast te stellen is dinsdag 9 november 2027; donderdag 11 november 2027 "
        "is 2 dagen te laat."
    ]
    in_time = Case.of(read.moved("vaststelling", date(2027, 11, 9)), eenheid)
    assert "vier-jaar-voorbij" not in {f.code for f in findings(in_time)}
