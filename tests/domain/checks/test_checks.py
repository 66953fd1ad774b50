# SPDX-License-Identifier: EUPL-1.2
"""Each legal check objects to what it must, and to nothing else.

Law: Politiewet 2012, art. 38b lid 2 and art. 39.
"""

import pytest

from gehoord.domain.checks import Case, all_checks, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding, Severity, in_order
from gehoord.domain.frozen import read_toml
from gehoord.domain.ground import Ground
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS, SEND_OUT
from tests.conftest import HERE
from tests.sentence import assert_sentence

KLEIN = (HERE / "klein.toml").read_text()
EENHEID = (HERE / "klein-eenheid.toml").read_text()
PARTS = '"sterkteverdeling", "wijkagenten", "doelstellingen-minister"'
FINAL = f"volledigheid = 100\nbevat = [{PARTS}]"
ADOPTS = 'soort = "vaststelling"\nactiehouder = "rbop"'
AGREES = 'soort = "akkoord"\nactiehouder = "opdrachtgevers"'
AGREED_ON = 'wanneer = "1 week voor verzending"'
HEARD_BY = 'tot_en_met = "4 weken voor vaststelling"'
YEARLY = 'wanneer = "jaarlijks van 2028 tot en met 2031"'
BLOCK, REASON, WARN = Severity.BLOCK, Severity.REASON, Severity.WARN

CHANGES = [
    ("raad-niet-gehoord", BLOCK, 'soort = "horen"', 'soort = "raadpleging"', ("vaststelling",)),
    (
        "raad-niet-gehoord",
        BLOCK,
        'soort = "horen"',
        'soort = "horen"\nvervangen_door = "verwerking"',
        ("vaststelling",),
    ),
    (
        "horen-na-vaststelling",
        BLOCK,
        HEARD_BY,
        'tot_en_met = "1 dag na vaststelling"',
        ("horen", "vaststelling"),
    ),
    ("ontwerp-ontbreekt", BLOCK, "ontwerp = true\n", "", ("horen",)),
    ("ontwerp-niet-verzonden", BLOCK, 'brief = "ontwerp"', 'brief = "kennisgeving"', ("horen",)),
    ("ontwerp-niet-verzonden", BLOCK, 'brief = "ontwerp"\naan = "raden"',
     'brief = "ontwerp"\naan = "ambtenaren-oov"', ("horen",)),
    ("verzonden-voor-akkoord", REASON, AGREED_ON, 'wanneer = "1 dag na verzending"',
     ("verzending", "akkoord")),
    ("verzonden-voor-akkoord", REASON, AGREES, 'soort = "mijlpaal"\nactiehouder = "adviseur"',
     ("verzending",)),
    ("deel-ontbreekt-in-ontwerp", WARN, PARTS, '"sterkteverdeling"', ("ontwerp",)),
    ("volgorde", REASON, 'wanneer = "30 weken voor vaststelling"',
     'wanneer = "35 weken voor vaststelling"', ("concept-70", "themas")),
    ("volgorde", REASON, 'wanneer = "2 weken voor vaststelling"',
     'wanneer = "5 weken voor vaststelling"', ("verwerking", "horen")),
    ("vaststelling-ontbreekt", BLOCK, 'soort = "vaststelling"', 'soort = "besluit"', ()),
    ("hoofdofficier-ontbreekt", BLOCK, ADOPTS, ADOPTS.replace("rbop", "v10"), ("vaststelling",)),
    ("hoofdofficier-ontbreekt", BLOCK, ADOPTS, ADOPTS.replace("rbop", "adviseur"),
     ("vaststelling",)),
    ("vier-jaar-voorbij", WARN, "donderdag 4 november", "woensdag 10 november",
     ("vaststelling",)),
    ("gat-tussen-plannen", WARN, "donderdag 4 november 2027", "maandag 3 januari 2028",
     ("vaststelling",)),
    ("deel-ontbreekt", BLOCK, FINAL, f"volledigheid = 100\nbevat = [{PARTS[20:]}]",
     ("definitief",)),
    ("niet-toegezonden", BLOCK, 'aan = "minister"', 'aan = "raden"', ("vaststelling",)),
    ("niet-toegezonden", BLOCK, 'aan = "korpschef"', 'aan = "raden"', ("vaststelling",)),
    ("jaarverslag-ontbreekt", WARN, YEARLY, "wanneer = 2028-12-15", ("jaarverslag",)),
    ("vrije-dag", WARN, "donderdag 4 november", "zaterdag 6 november", ("vaststelling",)),
    ("vrije-dag", WARN, 'wanneer = "2 weken na themas"', 'wanneer = "10 dagen na themas"',
     ("themabrief",)),
]  # fmt: skip
GROUNDS = {
    "raad-niet-gehoord": HEAR_COUNCILS,
    "horen-na-vaststelling": HEAR_COUNCILS,
    "ontwerp-ontbreekt": HEAR_COUNCILS,
    "ontwerp-niet-verzonden": HEAR_COUNCILS,
    "verzonden-voor-akkoord": None,
    "deel-ontbreekt-in-ontwerp": ADOPT,
    "volgorde": None,
    "vaststelling-ontbreekt": ADOPT,
    "hoofdofficier-ontbreekt": ADOPT,
    "vier-jaar-voorbij": ADOPT,
    "gat-tussen-plannen": ADOPT,
    "deel-ontbreekt": ADOPT,
    "niet-toegezonden": SEND_OUT,
    "jaarverslag-ontbreekt": ADOPT,
    "vrije-dag": None,
}


def changed(old: str, new: str) -> str:
    assert old in KLEIN
    return KLEIN.replace(old, new, 1)


def judged(text: str, eenheid: str = EENHEID) -> list[Finding]:
    """Return the findings but the one on the summer, which this procedure hears over."""
    found = findings(
        Case.of(
            read_toml(Proposal, text.encode(), "klein.toml"),
            read_toml(Eenheid, eenheid.encode(), "eenheid.toml"),
        )
    )
    return [finding for finding in found if finding.code != "reces"]


def test_nothing_is_found_in_a_lawful_procedure() -> None:
    """So that each finding below comes from the change alone."""
    assert judged(KLEIN) == []


def test_every_check_has_a_code_of_its_own() -> None:
    """Those that are not here are proven elsewhere in tests/domain/checks."""
    codes = [check.code for check in all_checks]
    assert len(codes) == len(set(codes))
    assert {code for code, *_ in CHANGES} == set(GROUNDS) <= set(codes)


@pytest.mark.parametrize(("code", "severity", "old", "new", "steps"), CHANGES)
def test_a_check_objects_to_the_smallest_change(
    code: str, severity: Severity, old: str, new: str, steps: tuple[str, ...]
) -> None:
    found = [f for f in judged(changed(old, new)) if f.code == code]
    assert steps in [f.steps for f in found]
    for finding in found:
        assert finding.severity is severity
        assert finding.article == GROUNDS[code]
        assert_sentence(finding.text)
        assert_sentence(finding.remedy)


@pytest.mark.parametrize(("code", "severity", "old", "new", "steps"), CHANGES)
def test_the_smallest_change_of_a_weight_brings_nothing_heavier(
    code: str, severity: Severity, old: str, new: str, steps: tuple[str, ...]
) -> None:
    weight = list(Severity)
    assert all(
        weight.index(f.severity) >= weight.index(severity) for f in judged(changed(old, new))
    )


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("horen-na-vaststelling", HEARD_BY, 'tot_en_met = "1 dag voor vaststelling"'),
        ("verzonden-voor-akkoord", AGREED_ON, 'wanneer = "0 dagen voor verzending"'),
        ("verzonden-voor-akkoord", AGREED_ON, ""),
        ("volgorde", 'wanneer = "2 weken voor v', 'wanneer = "4 weken voor v'),
        ("vier-jaar-voorbij", "donderdag 4 november", "dinsdag 9 november"),
        ("vier-jaar-voorbij", "vorige_vaststelling = 2023-11-09\n", ""),
        ("gat-tussen-plannen", "donderdag 4 november", "vrijdag 31 december"),
        ("vrije-dag", "donderdag 4 november", "woensdag 3 november"),
        ("vrije-dag", 'wanneer = "35 weken voor v', 'wanneer = "243 dagen voor v'),
    ],
)
def test_a_check_leaves_the_last_lawful_day_alone(code: str, old: str, new: str) -> None:
    assert code not in [f.code for f in judged(changed(old, new))]


def test_the_text_says_by_how_much_and_which_day_was_the_last() -> None:
    found = judged(changed("donderdag 4 november", "donderdag 11 november"))
    assert [f.code for f in found] == ["vier-jaar-voorbij"]
    assert found[0].text == (
        "De laatste dag om vast te stellen is dinsdag 9 november 2027; donderdag 11 november 2027 "
        "is 2 dagen te laat."
    )


def test_a_body_that_adopts_without_the_hoofdofficier_is_found() -> None:
    found = judged(KLEIN, EENHEID.replace("met_hoofdofficier = true\n", ""))
    assert [f.code for f in found] == ["hoofdofficier-ontbreekt", "jaarverslag-onbevoegd"]
    assert "RBOP stelt vast zonder de hoofdofficier" in found[0].text


def test_findings_stand_with_the_heaviest_first() -> None:
    text = KLEIN
    for code, _, old, new, _ in CHANGES:
        if code in ("vrije-dag", "niet-toegezonden", "jaarverslag-ontbreekt", "deel-ontbreekt"):
            text = text.replace(old, new, 1)
    found = judged(text)
    weight = [list(Severity).index(f.severity) for f in found]
    assert weight == sorted(weight)
    assert len(set(weight)) == 2
    plan = lay_out(read_toml(Proposal, text.encode(), "klein.toml"))
    for severity in Severity:
        days = [plan[f.steps[0]].due_on for f in found if f.severity is severity and f.steps]
        assert days == sorted(days)


def test_a_reason_stands_between_a_block_and_a_warning() -> None:
    found = [Finding("x", s, (), "x", Ground(), "x") for s in (WARN, REASON, BLOCK)]
    assert [f.severity for f in in_order(found, {})] == [BLOCK, REASON, WARN]
