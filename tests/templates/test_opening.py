# SPDX-License-Identifier: EUPL-1.2
"""What a dossier is opened with, as the adviser reads it before it is."""

from gehoord.domain.checks import Case, findings
from gehoord.procedures.library import proposal_of
from gehoord.templates.findings import finding_lines
from gehoord.templates.opening import as_page, step_lines
from tests.story import Small


def test_each_step_is_a_line_with_its_days_what_is_done_and_by_whom(small: Small) -> None:
    proposal, eenheid, _ = small
    lines = list(step_lines(Case.of(proposal, eenheid).plan, eenheid))
    assert len(lines) == len(proposal.steps)
    assert "donderdag 4 november 2027: beleidsplan vaststellen (RBOP)" in lines
    assert (
        "18 juni 2027 tot en met donderdag 7 oktober 2027: raad horen over het ontwerp (raden)"
    ) in lines


def test_an_approximation_stays_one_and_what_has_no_day_gets_none() -> None:
    proposal, eenheid, _ = proposal_of("noord-holland/imv-2024-2027")
    lines = list(step_lines(Case.of(proposal, eenheid).plan, eenheid))
    for line in (
        "medio juni 2023 (bij benadering): ontwerp aan de raden sturen "
        "(adviseur van de regioburgemeester)",
        "van medio juni 2023 tot en met medio oktober 2023 (bij benadering): "
        "raad horen over het ontwerp (raden)",
        "nog zonder dag: afstemmen met de andere burgemeesters in V10 en RBOP (opdrachtgevers)",
    ):
        assert line in lines


def test_the_page_has_the_steps_the_findings_and_the_proposal_as_it_was_made(
    small: Small,
) -> None:
    case = Case.of(*small[:2])
    found = findings(case)
    text = 'titel = "<script>"\n# ```\n'
    page = as_page(case.plan, case.eenheid, found, ["Uiterlijk *nu* beginnen."], text)
    assert "- Uiterlijk \\*nu\\* beginnen." in page
    assert "| donderdag 4 november 2027 | beleidsplan vaststellen | RBOP |" in page
    for each in found:
        assert f"- **{each.severity}** ({each.code}): " in page
    assert page.endswith(f"````\n{text.rstrip()}\n````")
    assert "Het voorstel zelf" not in as_page(case.plan, case.eenheid, found, (), "")


def test_a_document_that_a_remark_names_by_a_number_is_named_in_full(small: Small) -> None:
    case = Case.of(*small[:2])
    remark = "Hier 161 dagen, langer dan het IMV 2019-2022: 104 dagen (S003)."
    said = "S003 is de verantwoording bij het IMV 2019-2022 (Noord-Holland)."
    assert said in as_page(case.plan, case.eenheid, [], [remark], "")
    assert list(finding_lines([], [remark])) == [said]
