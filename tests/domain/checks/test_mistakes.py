# SPDX-License-Identifier: EUPL-1.2
"""Each mistake that can be seen in a proposal is found, and its lawful neighbour is not.

Law: Politiewet 2012, art. 20, 38a, 38b and 39; Algemene termijnenwet; Kieswet.
"""

import pytest

from gehoord.domain.checks import all_checks
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Severity
from tests.domain.checks.cases import EENHEID, judged, of_code

BLOCK, REASON, WARN = Severity.BLOCK, Severity.REASON, Severity.WARN
Changes = tuple[tuple[str, str], ...]
HEARS = 'soort = "horen"'
NO_HEARING = (HEARS, 'soort = "raadpleging"')
SENDS = 'brief = "ontwerp"\naan = "raden"'
WINDOW = 'wanneer = { van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'
HEARD_UNTIL_7 = 'wanneer = { van = "1 dag na verzending", tot_en_met = "7 oktober 2027" }'
HEARD_BY = 'tot_en_met = "4 weken voor vaststelling"'
PARTS = '["sterkteverdeling", "wijkagenten", "doelstellingen-minister"]'
IN_ONTWERP = f"ontwerp = true\nbevat = {PARTS}"
IN_FINAL = f"volledigheid = 100\nbevat = {PARTS}"
ADOPTS = 'wanneer = "donderdag 4 november 2027"'
ENDS = "tot_en_met = 2031-12-31\n"
ONTWERP_ON = 'wanneer = "22 weken voor vaststelling"'
SENT_OUT_ON = 'wanneer = "1 week na vaststelling"\nna = ["vaststelling"]\nbrief = "toezending"'
THEMES = 'wanneer = "34 weken voor vaststelling"'
YEARLY = 'wanneer = "jaarlijks van 2028 tot en met 2031"'
REFERENCE = "peildatum = 2027-01-01"
AT_2013 = (REFERENCE, "peildatum = 2013-06-01")
CHOOSES = "kiest_themas = true"
PREVIOUS = "vorige_vaststelling = 2023-11-09"


def extension(ground: str, same: str) -> tuple[str, str]:
    return (
        "\n[herinneringen]",
        f'\n[beleidsplan.verlenging]\nplan = "Beleidsplan 2024-2027"\ngrond = "{ground}"\n'
        f"inhoud_gelijk = {same}\nbesloten_op = 2027-01-14\n\n[herinneringen]",
    )


GROUNDED = extension("De mogelijkheid stond in het vorige plan.", "true")


def strength(wijkagenten: int, ground: str = "inwoners = 1525000") -> tuple[str, str]:
    table = f"[beleidsplan.sterkte]\nwijkagenten = {wijkagenten}\n{ground}\n"
    return "\n[herinneringen]", f"\n{table}\n[herinneringen]"


def step(identifier: str, *lines: str) -> tuple[str, str]:
    """Add a step before the yearly one, with the keys every step needs."""
    body = "\n".join([f'id = "{identifier}"', f'titel = "{identifier}"', *lines])
    return '[[stap]]\nid = "jaarverslag"', f'[[stap]]\n{body}\n\n[[stap]]\nid = "jaarverslag"'


def treated(owner: str, by: str) -> tuple[str, str]:
    return step(
        "behandeling", 'fase = "horen"', 'soort = "vergadering"', f'actiehouder = "{owner}"',
        "behandeling_in_raad = true", f'wanneer = "{by}"',
    )  # fmt: skip


def by_minister(*more: tuple[str, str]) -> Changes:
    aanwijzing = step(
        "aanwijzing", 'fase = "verantwoording"', 'soort = "besluit"', 'actiehouder = "minister"',
        'wanneer = "2028-03-01"', 'na = ["vaststelling"]',
    )  # fmt: skip
    return (aanwijzing, *more)


def after_minister(kind: str) -> tuple[str, str]:
    return step(
        f"na-{kind}", 'fase = "verantwoording"', f'soort = "{kind}"', 'actiehouder = "adviseur"',
        'wanneer = "2028-03-15"', 'na = ["aanwijzing"]', *(["volledigheid = 100",
        f"bevat = {PARTS}"] if kind == "versie" else []),
    )  # fmt: skip


def quoted(where: str, quote: str, note: str = "", given: str = "") -> tuple[str, str]:
    """Give the step with the day ``where`` a source, and ``given`` in the place of that day."""
    source = f'bron = [{{ stuk = "S001", citaat = "{quote}" }}]'
    return where, "\n".join([given or where, source, f'toelichting = "{note}"' if note else ""])


def eight(year: int, month: str, day: int) -> Changes:
    """The adoption on another day, and no plan before it; the rest is counted back from it."""
    return ((PREVIOUS + "\n", ""), (ADOPTS, f'wanneer = "{day} {month} {year}"'))


TWO_REGIONS = EENHEID.replace('naam = "Texel"', 'naam = "Texel"\nvakantieregio = "zuid"')

# number, code, severity, steps, what is wrong, and what is as near to it as the law allows
MISTAKES: list[tuple[int, str, Severity, tuple[str, ...], Changes, Changes]] = [
    (1, "raad-niet-gehoord", BLOCK, ("vaststelling",), (NO_HEARING,), ()),
    (1, "horen-na-vaststelling", BLOCK, ("horen", "vaststelling"),
     ((HEARD_BY, 'tot_en_met = "1 dag na vaststelling"'),),
     ((HEARD_BY, 'tot_en_met = "0 dagen na vaststelling"'),)),
    (1, "horen-op-dag-van-vaststelling", REASON, ("horen", "vaststelling"),
     ((HEARD_BY, 'tot_en_met = "0 dagen na vaststelling"'),),
     ((HEARD_BY, 'tot_en_met = "1 dag voor vaststelling"'),)),
    (1, "ontwerp-niet-verzonden", BLOCK, ("horen",),
     ((SENDS, 'brief = "kennisgeving"\naan = "raden"'),), ()),
    (2, "telt-niet-als-horen", BLOCK, ("verzending",), (NO_HEARING,), (NO_HEARING, GROUNDED)),
    (2, "telt-niet-als-horen", BLOCK, ("behandeling",), (treated("v10", "september 2027"),),
     (treated("raden", "september 2027"),)),
    (3, "ontwerp-ontbreekt", BLOCK, ("horen",), (("ontwerp = true\n", ""),), ()),
    (3, "ontwerp-ontbreekt", BLOCK, ("horen", "ontwerp"),
     ((ONTWERP_ON, 'wanneer = "8 oktober 2027"'),), ((ONTWERP_ON, 'wanneer = "7 oktober 2027"'),)),
    (3, "oude-versie-gehoord", BLOCK, ("ontwerp-2", "verzending"),
     (step("ontwerp-2", 'fase = "horen"', 'soort = "versie"', 'actiehouder = "adviseur"',
           "volledigheid = 96", IN_ONTWERP, 'wanneer = "19 weken voor vaststelling"'),),
     (step("ontwerp-2", 'fase = "horen"', 'soort = "versie"', 'actiehouder = "adviseur"',
           "volledigheid = 96", IN_ONTWERP, 'wanneer = "20 weken voor vaststelling"'),)),
    (3, "deel-voorlopig-in-ontwerp", WARN, ("ontwerp", "definitief"),
     ((IN_ONTWERP, f'{IN_ONTWERP}\nvoorlopige_delen = ["sterkteverdeling"]'),), ()),
    (4, "deel-ontbreekt", BLOCK, ("definitief",),
     ((IN_FINAL, 'volledigheid = 100\nbevat = ["wijkagenten", "doelstellingen-minister"]'),), ()),
    (4, "deel-ontbreekt-in-ontwerp", WARN, ("ontwerp",),
     ((IN_ONTWERP, 'ontwerp = true\nbevat = ["sterkteverdeling", "doelstellingen-minister"]'),),
     ()),
    (5, "doelstellingen-minister", REASON, ("definitief",),
     ((IN_FINAL, 'volledigheid = 100\nbevat = ["sterkteverdeling", "wijkagenten"]'),), ()),
    (5, "doelstellingen-later", REASON, ("ontwerp",),
     ((IN_ONTWERP, 'ontwerp = true\nbevat = ["sterkteverdeling", "wijkagenten"]\n'
       'ontbreekt = ["doelstellingen-minister"]'),), ()),
    (6, "wijkagentnorm", WARN, (), (strength(304),), (strength(305),)),
    (6, "wijkagentnorm", WARN, (), (strength(304, "norm = 305"),), (strength(305, "norm = 305"),)),
    (7, "verzonden-voor-akkoord", REASON, ("verzending", "akkoord"),
     (('wanneer = "1 week voor verzending"', 'wanneer = "1 dag na verzending"'),),
     (('wanneer = "1 week voor verzending"', 'wanneer = "0 dagen voor verzending"'),)),
    (8, "volgorde", REASON, ("verwerking", "horen"),
     (('wanneer = "2 weken voor vaststelling"', 'wanneer = "5 weken voor vaststelling"'),),
     (('wanneer = "2 weken voor vaststelling"', 'wanneer = "4 weken voor vaststelling"'),)),
    (8, "definitief-tijdens-raadpleging", REASON, ("horen", "uitgaan"),
     (('titel = "reacties van de raden verwerken"', 'titel = "reacties"'),
      ('wanneer = "2 weken voor vaststelling"\nna = ["horen"]', 'na = ["horen"]'),
      step("uitgaan", 'fase = "vaststelling"', 'soort = "bericht"', 'actiehouder = "adviseur"',
           'wanneer = "7 oktober 2027"', 'na = ["verwerking"]')),
     (('titel = "reacties van de raden verwerken"', 'titel = "reacties"'),
      ('wanneer = "2 weken voor vaststelling"\nna = ["horen"]', 'na = ["horen"]'),
      step("uitgaan", 'fase = "vaststelling"', 'soort = "bericht"', 'actiehouder = "adviseur"',
           'wanneer = "8 oktober 2027"', 'na = ["verwerking"]'))),
    (8, "thema-nog-open", WARN, ("themas", "ontwerp"),
     ((THEMES, 'wanneer = "22 weken voor vaststelling"'),),
     ((THEMES, 'wanneer = "23 weken voor vaststelling"'),)),
    (9, "gat-tussen-plannen", WARN, ("vaststelling",), eight(2028, "januari", 3),
     eight(2027, "december", 31)),
    (9, "gat-tussen-plannen", WARN, (), ((PREVIOUS, "vorige_tot_en_met = 2027-12-30"),),
     ((PREVIOUS, "vorige_tot_en_met = 2027-12-31"),)),
    (9, "vier-jaar-voorbij", WARN, ("vaststelling",),
     ((ADOPTS, 'wanneer = "donderdag 11 november 2027"'),),
     ((ADOPTS, 'wanneer = "dinsdag 9 november 2027"'),)),
    (10, "reces", WARN, ("horen",), (),
     ((WINDOW, 'wanneer = "23 augustus 2027 tot en met 7 oktober 2027"'),)),
    (10, "weinig-tijd-om-te-horen", WARN, ("horen",),
     ((HEARD_BY, 'tot_en_met = "8 weken voor vaststelling"'),),
     ((HEARD_BY, 'tot_en_met = "7 weken voor vaststelling"'),)),
    # 11 of the 44 days of summer (10 July to 22 August): of 44 days a quarter, of 45 just less
    (10, "reces", WARN, ("horen",),
     ((WINDOW, 'wanneer = "12 augustus 2027 tot en met 24 september 2027"'),),
     ((WINDOW, 'wanneer = "12 augustus 2027 tot en met 25 september 2027"'),)),
    (11, "behandeling-op-laatste-dag", WARN, ("behandeling", "horen"),
     (treated("griffies", "7 oktober 2027"),), (treated("griffies", "6 oktober 2027"),)),
    (12, "verkiezingen", WARN, ("vaststelling",), eight(2026, "maart", 31),
     eight(2026, "april", 1)),
    (14, "voor-als-tot-en-met", REASON, ("vaststelling",),
     (quoted(ADOPTS, "vaststellen voor 4 november"),),
     (quoted(ADOPTS, "vaststellen voor 5 november"),)),
    (14, "voor-als-tot-en-met", REASON, ("vaststelling",),
     (quoted(ADOPTS, "vóór donderdag 4 november 2027"),),
     (quoted(ADOPTS, "voor donderdag 4 november 2026"),)),
    (14, "voor-als-tot-en-met", REASON, ("vaststelling",),
     (quoted(ADOPTS, "stukken voor 4 november 2027"),),
     (quoted(ADOPTS, "stukken voor 4 november 2027", "'Voor 4 november 2027': het RBOP."),)),
    (14, "voor-als-tot-en-met", REASON, ("horen",),
     (quoted(WINDOW, "voor 7 oktober", given=HEARD_UNTIL_7),),
     (quoted(WINDOW, "voor 7 oktober", given=HEARD_UNTIL_7.replace("7 okt", "voor 7 okt")),)),
    (14, "voor-als-tot-en-met", REASON, ("jaarverslag",),
     (quoted(YEARLY, "voor 1 maart 2029", given='uiterlijk = "1 maart 2029"'),),
     (quoted(YEARLY, "voor 1 maart 2029", given='uiterlijk = "28 februari 2029"'),)),
    (15, "benadering-als-dag", WARN, ("vaststelling",), (quoted(ADOPTS, "medio november 2027"),),
     (quoted(ADOPTS, "medio november 2027", "De dag staat in het vergaderschema."),)),
    (16, "vrije-dag", WARN, ("vaststelling",), ((ADOPTS, 'wanneer = "zaterdag 6 november 2027"'),),
     ((ADOPTS, 'wanneer = "vrijdag 5 november 2027"'),)),
    (16, "vrije-dag", WARN, ("vaststelling",), eight(2027, "mei", 5), eight(2027, "mei", 4)),
    (18, "kalender-onbekend", WARN, (), (*eight(2029, "november", 1),),
     (*eight(2027, "november", 2),)),
    (18, "kalender-onbekend", WARN, (), (*eight(2014, "april", 17), AT_2013),
     (*eight(2015, "april", 16), AT_2013)),
    (18, "kalender-onbekend", WARN, (), ((REFERENCE, "peildatum = 2012-12-31"),),
     ((REFERENCE, "peildatum = 2013-01-01"),)),
    (19, "jaar-geraden", WARN, ("vaststelling",), (quoted(ADOPTS, "op 4 november"),),
     (quoted(ADOPTS, "op 4 november", "Het jaar staat boven de tabel."),)),
    (20, "niet-toegezonden", BLOCK, ("vaststelling",), (('aan = "minister"', 'aan = "raden"'),),
     ()),
    (20, "niet-toegezonden", BLOCK, ("toezending-minister", "vaststelling"),
     ((SENT_OUT_ON, 'wanneer = "3 november 2027"\nbrief = "toezending"'),),
     ((SENT_OUT_ON, 'wanneer = "4 november 2027"\nbrief = "toezending"'),)),
    (22, "vaststelling-ontbreekt", BLOCK, (), (('soort = "vaststelling"', 'soort = "besluit"'),),
     ()),
    (22, "hoofdofficier-ontbreekt", BLOCK, ("vaststelling",),
     (('soort = "vaststelling"\nactiehouder = "rbop"',
       'soort = "vaststelling"\nactiehouder = "v10"'),), ()),
    (23, "weinig-verwerkingstijd", WARN, ("horen", "vaststelling"),
     ((HEARD_BY, 'tot_en_met = "13 dagen voor vaststelling"'),),
     ((HEARD_BY, 'tot_en_met = "14 dagen voor vaststelling"'),)),
    (23, "geen-uiterste-dag", WARN, ("horen",),
     ((WINDOW, 'uiterlijk = "1 dag voor vaststelling"'),), ()),
    (24, "te-laat-aangenomen", WARN, ("raadpleging-70",),
     (('id = "raadpleging-70"', 'id = "raadpleging-70"\nte_laat_mag = true'),), ()),
    (25, "lokale-doelen", WARN, ("themas",), ((THEMES, 'wanneer = "24 juni 2026"'),),
     ((THEMES, 'wanneer = "25 juni 2026"'),)),
    (26, "verlenging", REASON, ("vaststelling", "procesbrief", "themabrief", "verzending",
                                "vaststellingsbrief"), (NO_HEARING, GROUNDED), (GROUNDED,)),
    (26, "raad-niet-gehoord", BLOCK, ("vaststelling",),
     (NO_HEARING, extension("De mogelijkheid stond in het vorige plan.", "false")),
     (NO_HEARING, GROUNDED)),
    (26, "raad-niet-gehoord", BLOCK, ("vaststelling",), (NO_HEARING, extension("-", "true")),
     (NO_HEARING, GROUNDED)),
    *[(27, "wijziging-minister", WARN, ("aanwijzing",), by_minister(*told),
       by_minister(after_minister("versie"), after_minister("bericht")))
      for told in ((), (after_minister("versie"),), (after_minister("bericht"),))],
    (28, "jaarverslag-ontbreekt", WARN, ("jaarverslag",), ((YEARLY, "wanneer = 2028-12-15"),), ()),
    (28, "jaarverslag-ontbreekt", WARN, ("jaarverslag",),
     ((YEARLY, 'wanneer = "jaarlijks van 2028 tot en met 2030"'),), ()),
    (28, "jaarverslag-ontbreekt", WARN, (),
     (('id = "jaarverslag"\ntitel = "jaarverslag vaststellen"',
       'id = "plannen"\ntitel = "uitvoeringsplan per thema vaststellen"'),),
     (('id = "jaarverslag"\ntitel = "jaarverslag vaststellen"',
       'id = "verslag"\ntitel = "Jaarverslag bespreken"'),)),
    (31, "gekoppelde-stukken", WARN, ("horen",), ((HEARS, f'{HEARS}\ndocument = "vs"'),),
     (step("nota", 'fase = "ontwerpen"', 'soort = "versie"', 'actiehouder = "adviseur"',
           'document = "vs"', 'wanneer = "1 maart 2027"'),)),
    (32, "voorlopig-vastgesteld", WARN, ("themas",), ((CHOOSES, f"{CHOOSES}\nvoorlopig = true"),),
     (("thema's vaststellen", "draagvlak uitspreken"), (CHOOSES, f"{CHOOSES}\nvoorlopig = true"))),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "severity", "steps", "wrong", "lawful"), MISTAKES)
def test_the_mistake_is_found_and_its_neighbour_is_not(
    number: int, code: str, severity: Severity, steps: tuple[str, ...], wrong: Changes,
    lawful: Changes,
) -> None:  # fmt: skip
    found = of_code(code, judged(*wrong))
    assert steps in [f.steps for f in found]
    assert {f.severity for f in found} == {severity}
    assert steps not in [f.steps for f in of_code(code, judged(*lawful))]
    assert number in next(check.mistakes for check in all_checks if check.code == code)


@pytest.mark.parametrize("ground", ["", "inwoners = 1525000\nnorm = 305"])
def test_the_norm_rests_on_the_inhabitants_or_is_given_and_not_both(ground: str) -> None:
    """Mistake 6."""
    with pytest.raises(GehoordError, match="'inwoners' of 'norm', een van beide"):
        judged(strength(298, ground))


def test_what_is_missing_after_a_change_by_the_minister_is_named() -> None:
    """Mistake 27. A version nobody hears of, and a notice of a version that is not there."""
    for told, missing in (("versie", "bericht"), ("bericht", "nieuwe versie")):
        found = of_code("wijziging-minister", judged(*by_minister(after_minister(told))))
        assert [f.text for f in found] == [f"Na 'aanwijzing' volgt geen {missing}."]


@pytest.mark.parametrize(("owner", "found"), [("raden", 1), ("adviseur", 1), ("burgemeesters", 0)])
def test_only_a_burgemeester_lodges_an_appeal(owner: str, found: int) -> None:
    """Mistake 21; Politiewet 2012, art. 39 lid 5."""
    old, new = step(
        "instellen", 'fase = "verantwoording"', 'soort = "mijlpaal"', f'actiehouder = "{owner}"',
        'wanneer = "2027-12-01"', 'na = ["vaststelling"]',
    )  # fmt: skip
    words = (old, new.replace('titel = "instellen"', 'titel = "beroep instellen"'))
    assert len(of_code("beroep-onbevoegd", judged(words))) == found


UNCHANGED = [
    "beroep ongegrond verklaren",
    "beslissing op beroep: ongegrond",
    "beroep kennelijk ongegrond",
    "beroep niet-ontvankelijk verklaren",
    "beslissing op het beroep verdagen",
    "uitstel van de beslissing op beroep",
    "hoorzitting over het beroep",
    "beroep ingetrokken",
    "beroep afwijzen",
    "beroep niet gegrond verklaren",
    "geen aanwijzing geven",
]
CHANGED = [
    "beroep gegrond verklaren",
    "beroep deels gegrond, deels ongegrond verklaren",
    "aanwijzing geven over het plan",
    "beslissen op beroep",
]


@pytest.mark.parametrize("words", [*UNCHANGED, *CHANGED])
def test_only_a_decision_that_may_change_the_plan_asks_for_a_version(words: str) -> None:
    """Mistake 27, by the words of the step."""
    [(old, new)] = by_minister()
    decision = (old, new.replace('titel = "aanwijzing"', f'titel = "{words}"'))
    assert words in decision[1]
    found = of_code("wijziging-minister", judged(decision))
    assert [f.code for f in found] == ["wijziging-minister"] * (words in CHANGED)


def test_the_day_that_voor_leaves_out_is_named() -> None:
    """Mistake 14. 'voor 16 november' ends on the 15th."""
    found = of_code("voor-als-tot-en-met", judged(quoted(ADOPTS, "voor 4 november")))
    assert [f.text for f in found] == [
        "'beleidsplan vaststellen' eindigt op 4 november 2027, maar de bron zegt "
        "'voor 4 november'; dan is de laatste dag 3 november 2027."
    ]


def test_councils_in_two_holiday_regions_are_told_apart() -> None:
    """Mistake 10."""
    found = of_code("drie-vakantieregios", judged(eenheid=TWO_REGIONS))
    assert [f.steps for f in found] == [("horen",)]
    assert "noord 44 dagen en zuid 44 dagen" in found[0].text
    autumn = (WINDOW, 'wanneer = "6 september 2027 tot en met 7 oktober 2027"')
    assert of_code("drie-vakantieregios", judged(autumn, eenheid=TWO_REGIONS)) == []
    assert of_code("drie-vakantieregios", judged()) == []


def test_an_adoption_without_a_day_is_blocked_and_takes_no_other_check_along() -> None:
    """Mistake 9. S004 names no day; nothing may be concluded from a day nobody gave."""
    undated = (ADOPTS, 'niet_voor = "1 november 2027"')
    blocks = [f for f in judged(undated, *_fixed()) if f.severity is BLOCK]
    assert [(f.code, f.steps) for f in blocks] == [("vaststelling-zonder-dag", ("vaststelling",))]
    assert of_code("vaststelling-zonder-dag", judged(*_fixed())) == []


def _fixed() -> Changes:
    """Give what is counted from the adoption a day of its own."""
    days = ("31 december 2026", "28 januari 2027", "4 maart 2027", "11 maart 2027", "8 april 2027",
            "13 mei 2027", "3 juni 2027", "17 juni 2027", "7 oktober 2027", "21 oktober 2027",
            "28 oktober 2027")  # fmt: skip
    weeks = (44, 40, 35, 34, 30, 25, 22, 20, 4, 2, 1)
    counted = [
        (f'"{n} {"week" if n == 1 else "weken"} voor vaststelling"', f'"{day}"')
        for n, day in zip(weeks, days, strict=True)
    ]
    return (*counted, *[('wanneer = "1 week na vaststelling"\n', "")] * 3)


def test_a_step_that_slipped_is_told_with_its_days() -> None:
    old = step("oud", 'fase = "themas"', 'soort = "besluit"', 'actiehouder = "rbop"',
               'wanneer = "medio februari 2027"', 'vervangen_door = "themas"')  # fmt: skip
    found = of_code("verschoven", judged(old))
    assert [(f.steps, f.text) for f in found] == [
        (
            ("oud", "themas"),
            "'thema's vaststellen' is ongeveer 24 dagen later dan gepland: 11 maart 2027 in "
            "plaats van medio februari 2027 (bij benadering).",
        )
    ]
    earlier = (old[0], old[1].replace("medio februari", "medio maart"))
    assert of_code("verschoven", judged(earlier)) == []


def test_the_end_of_a_month_is_no_agreed_day() -> None:
    """Mistake 16. 31 October 2027 is a Sunday, but 'oktober 2027' promises no Sunday."""
    month = (WINDOW, 'wanneer = "september - oktober 2027"')
    assert of_code("vrije-dag", judged(month)) == of_code("vrije-dag", judged())
    sunday = (WINDOW, 'wanneer = { van = "september 2027", tot_en_met = "24 oktober 2027" }')
    assert ("horen",) in [f.steps for f in of_code("vrije-dag", judged(sunday))]


def test_the_small_lawful_procedure_only_hears_about_the_summer() -> None:
    assert [(f.code, f.steps) for f in judged()] == [("reces", ("horen",))]


def test_a_finding_of_practice_cites_its_source_and_no_article() -> None:
    late = ('wanneer = "2 weken voor vaststelling"', 'wanneer = "5 weken voor vaststelling"')
    said = of_code("volgorde", judged(late))[0].as_json()
    assert (said["article"], said["ground"]) == (None, "praktijk")
    assert str(said["source"]).startswith("S004: ")


def test_recess_rests_on_careful_preparation_for_art_38b_lid_2_names_no_term() -> None:
    said = of_code("reces", judged())[0].as_json()
    assert said["article"] == "Algemene wet bestuursrecht, art. 3:2"
    assert said["ground"] == "zorgvuldigheid"


@pytest.mark.parametrize(
    ("adopted", "reference", "told"),
    [
        ((2013, "april", 18), "2013-02-01",
         "de schoolvakanties voor 1 januari 2014, de raadsverkiezingen voor 1 januari 2013 en de "
         "herindelingen van gemeenten voor 1 januari 2013"),
        ((2014, "april", 17), "2013-06-01", "de schoolvakanties voor 1 januari 2014"),
        ((2028, "november", 2), "2028-01-01",
         "de herindelingen van gemeenten na 31 december 2027"),
    ],
)  # fmt: skip
def test_the_years_that_are_not_known_are_said_on_either_side(
    adopted: tuple[int, str, int], reference: str, told: str
) -> None:
    """Mistake 18. Nothing is passed over in silence: what is not judged is said."""
    found = judged(*eight(*adopted), (REFERENCE, f"peildatum = {reference}"))
    assert [f.text for f in of_code("kalender-onbekend", found)] == [
        f"Niet bekend zijn {told}; Gehoord toetst die dagen niet."
    ]
    [remedy] = {f.remedy for f in of_code("kalender-onbekend", found)}
    assert "law/" not in remedy
