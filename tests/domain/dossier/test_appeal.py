"""The appeal clock of an adoption by the regioburgemeester, and of no other."""

from collections.abc import Callable
from datetime import date

import pytest

from gehoord.domain.dossier.appeal import appeal_links
from gehoord.domain.dossier.besluit import Besluit, BesluitKind


def adoption(basis: str, on: date = date(2023, 6, 20)) -> Besluit:
    return Besluit(
        id="x/1",
        dossier="x",
        kind=BesluitKind.ADOPTION,
        by="regioburgemeester",
        taken_on=on,
        basis=basis,
    )


def test_six_weeks_sixteen_weeks_and_ten_more(day: Callable[[str], date]) -> None:
    told = [(link.day, str(link.article)) for link in appeal_links(adoption("39-2"))]
    awb = "Algemene wet bestuursrecht, art. "
    assert told[0] == (day("Tue 2023-06-20"), "Politiewet 2012, art. 39 lid 5")
    assert (day("Tue 2023-08-01"), awb + "6:7") in told
    assert (day("Tue 2023-08-08"), awb + "6:9 lid 2") in told
    assert (day("Tue 2023-11-21"), awb + "7:24 lid 1") in told
    assert (day("Tue 2024-01-30"), awb + "7:24 lid 4") in told
    assert told[-1] == (day("Tue 2023-06-20"), awb + "6:16")


def test_each_last_day_is_said_in_words() -> None:
    rules = [link.rule for link in appeal_links(adoption("39-2"))]
    lodge = "beroep instellen uiterlijk 1 augustus 2023: 6 weken na 20 juni 2023, die dag niet"
    assert f"{lodge} meegeteld" in rules
    assert (
        "ontvangst van een beroep dat op tijd is gepost uiterlijk 8 augustus 2023: 1 week na "
        "1 augustus 2023, die dag niet meegeteld"
    ) in rules
    assert "het beroep schorst de vaststelling niet" in rules


@pytest.mark.parametrize("basis", ["39-1", "39-3", ""])
def test_no_other_adoption_can_be_appealed(basis: str) -> None:
    assert not appeal_links(adoption(basis))


def test_without_an_adoption_there_is_no_appeal() -> None:
    assert not appeal_links(None)


def test_a_term_into_a_year_without_known_holidays_says_so_and_leaves_the_others() -> None:
    rules = [link.rule for link in appeal_links(adoption("39-2", date(2028, 10, 5)))]
    assert any(rule.startswith("beroep instellen uiterlijk 16 november 2028") for rule in rules)
    (unknown,) = [rule for rule in rules if "nog niet bekend" in rule]
    assert unknown.startswith("beslissing na verdaging: de laatste dag is nog niet bekend. Vul")
