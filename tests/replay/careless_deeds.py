# SPDX-License-Identifier: EUPL-1.2
"""What careless people do: one deed, or more, for each mistake that must be prevented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed
from gehoord.calendar.offset import Offset
from gehoord.calendar.written import Fixed, read
from gehoord.domain.acts.report import (
    Adopted,
    Corrected,
    CouncilHeard,
    GoalsSet,
    Merged,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.replay.careless import (
    ADOPTION,
    DRAWN_UP,
    Careless,
    Caught,
    NotCaughtError,
    at,
    found,
    in_proposal,
    moments,
    refused,
    unreadable,
)
from tests.replay.dossier_played import PlayedDossier

HEARD_UNTIL = 'tot_en_met = "4 weken voor vaststelling"'
PARTS = 'bevat = ["sterkteverdeling", "wijkagenten", "doelstellingen-minister"]'
BEEMSTER = '"naam":"Beemster","district":"Zaanstreek-Waterland","vakantieregio_onzeker":""'
BUILT = "bouw"
OF_BUILDING = "kan niet"


def adopts(story: StoryInMemory, on: date, **other: object) -> None:
    right = {"basis": "39-1", "hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
    story.does(Adopted.model_validate({"on": on, **right, **other}, by_name=True))


def one(story: StoryInMemory) -> str:
    return story.state.living[0].name


def without_hearing(story: StoryInMemory, on: date) -> None:
    story.does(Corrected(on=on, step="horen", owner=one(story), reason="dat was een andere raad"))
    adopts(story, on)


def committee(story: StoryInMemory, on: date) -> None:
    spoke = {"manner": Manner.COMMITTEE, "answer": Answer.AGREES}
    story.does(CouncilHeard(on=on, municipality=one(story), **spoke))


def another_ontwerp(story: StoryInMemory, on: date) -> None:
    story.does(VersionMade(on=on, step="ontwerp", contains=tuple(Part)))


def without_strength(story: StoryInMemory, on: date) -> None:
    story.does(VersionMade(on=on, step="definitief", contains=(Part.OBJECTIVES,)))


def sends_at_once(story: StoryInMemory, on: date) -> None:
    story.starts(Stage.HEARING, on)


def leaves_unanswered(story: StoryInMemory, on: date) -> None:
    name = next(z.name for z in story.state.zienswijzen if z.disposition)
    why = "dat hoorde bij een andere raad"
    story.does(Corrected(on=on, report="verwerking", owner=name, reason=why))
    adopts(story, on)


def heard_afterwards(story: StoryInMemory, on: date) -> None:
    story.does(CouncilHeard(on=on, municipality=one(story), answer=Answer.ZIENSWIJZE))


def old_goals(story: StoryInMemory, on: date) -> None:
    story.does(GoalsSet(on=date(2022, 5, 12), municipality=one(story)))


def under_lid_2(story: StoryInMemory, on: date) -> None:
    adopts(story, on, basis="39-2", burgemeesters=(), body=None)


def voor_is_exclusive() -> Caught:
    said = read("voor 8 oktober 2027")
    if isinstance(said, Fixed) and said.span.end == date(2027, 10, 7):
        return Caught(BUILT, OF_BUILDING, DRAWN_UP)
    raise NotCaughtError(said)


def words_are_kept() -> Caught:
    said = read("medio juni 2027")
    if isinstance(said, Fixed) and said.words == "medio juni 2027":
        return Caught(BUILT, OF_BUILDING, DRAWN_UP)
    raise NotCaughtError(said)


def nobody_reminds_who_ceased() -> Caught:
    """Let two municipalities merge while their councils are asked, and look for ten weeks."""
    story, on = at("asked")
    played = PlayedDossier.standing_at(story.state)
    first, second, *_ = played.state.living
    report = Merged(on=on, ceased=(first.name, second.name), code="GM9999", name="Nieuwstad")
    played.does(report)
    for _ in range(70):
        on += timedelta(days=1)
        played.looks(on)
    to = {mail.recipient for mail in played.reminded}
    if to and not to & {first.code, second.code}:
        return Caught(BUILT, OF_BUILDING, moments()["asked"].on)
    raise NotCaughtError(to)


def rolls_no_day() -> Caught:
    said = read("4 weken voor vaststelling")
    if isinstance(said, Offset) and said.from_day(ADOPTION) == date(2027, 10, 7):
        return Caught(BUILT, OF_BUILDING, DRAWN_UP)
    raise NotCaughtError(said)


def liberation_day_counts() -> Caught:
    if statutory_holidays().is_day_off(date(2028, 5, 5)):
        return Caught(BUILT, OF_BUILDING, DRAWN_UP)
    raise NotCaughtError("5 mei")


def the_uid_stays() -> Caught:
    """Write the same meeting twice, the second time on another day."""
    entry = Entry(
        key=("imv", "horen", "GM0448"), title="raad horen", start=ADOPTION, end=ADOPTION,
        changed_at=datetime(2027, 6, 17, tzinfo=UTC),
    )  # fmt: skip
    later = replace(entry, end=ADOPTION + timedelta(days=7), sequence=1)
    mailbox = Address("beleidsplan@politie.example", "Secretariaat")
    uids = {
        str(event["UID"])
        for each in (entry, later)
        for event in Calendar.from_ical(feed("IMV", [each], mailbox)).walk("VEVENT")
    }
    if len(uids) == 1:
        return Caught(BUILT, OF_BUILDING, DRAWN_UP)
    raise NotCaughtError(uids)


DEEDS: tuple[Careless, ...] = (
    Careless(1, "stelt vast terwijl één raad niet is gehoord", ADOPTION,
             refused("ready", without_hearing, "Nog niet gehoord")),
    Careless(1, "laat het horen doorlopen tot na de vaststelling", ADOPTION,
             in_proposal("horen-na-vaststelling",
                         (HEARD_UNTIL, 'tot_en_met = "1 week na vaststelling"'),
                         ('{ van = "1 dag na horen", tot_en_met = "9 dagen voor vaststelling" }',
                          '"9 dagen voor vaststelling"'))),
    Careless(2, "meldt een commissie als horen van de raad", ADOPTION,
             refused("asked", committee, "telt niet als horen", after=30)),
    Careless(3, "maakt na het horen een ander ontwerp en stelt dat vast", ADOPTION,
             found("oude-versie-gehoord", "heard", another_ontwerp)),
    Careless(4, "legt een definitieve versie zonder sterkteverdeling voor", ADOPTION,
             found("deel-ontbreekt", "ready", without_strength)),
    Careless(5, "laat de doelstellingen van de minister weg", ADOPTION,
             in_proposal("doelstellingen-minister",
                         ('volledigheid = 100\n' + PARTS,
                          'volledigheid = 100\nbevat = ["sterkteverdeling", "wijkagenten"]'))),
    Careless(6, "verdeelt te weinig wijkagenten", ADOPTION,
             in_proposal("wijkagentnorm",
                         ("[herinneringen]", "[beleidsplan.sterkte]\nwijkagenten = 298\n"
                          "inwoners = 1525000\n\n[herinneringen]"))),
    Careless(7, "verzendt het ontwerp zonder akkoord", date(2027, 6, 17),
             refused("ontwerp", sends_at_once, "akkoord ontbreekt")),
    Careless(8, "kiest de thema's voordat de peiling is geteld", date(2027, 2, 18),
             in_proposal("volgorde",
                         ('wanneer = "donderdag 18 maart 2027"\nna = ["rbop-maart"]',
                          'wanneer = "donderdag 18 februari 2027"\nna = ["rbop-maart"]'))),
    Careless(9, "vergadert een week te laat: 11 november 2027", date(2027, 11, 10),
             in_proposal("vier-jaar-voorbij",
                         ('wanneer = "donderdag 4 november 2027"\nna = ["rbop-november"',
                          'wanneer = "donderdag 11 november 2027"\nna = ["rbop-november"'))),
    Careless(10, "laat de raden alleen in de zomervakantie antwoorden", date(2027, 8, 20),
             in_proposal("weinig-tijd-om-te-horen",
                         (HEARD_UNTIL, 'tot_en_met = "20 augustus 2027"'),
                         ('tot_en_met = "donderdag 30 september 2027"',
                          'tot_en_met = "vrijdag 27 augustus 2027"'))),
    Careless(11, "laat de raad op de laatste dag behandelen", date(2027, 10, 7),
             in_proposal("behandeling-op-laatste-dag",
                         ('tot_en_met = "donderdag 30 september 2027"',
                          'tot_en_met = "donderdag 7 oktober 2027"'))),
    Careless(12, "stelt vast tussen verkiezing en nieuwe raad", date(2030, 3, 28),
             in_proposal("verkiezingen",
                         ('wanneer = "donderdag 4 november 2027"\nna = ["rbop-november"',
                          'wanneer = "donderdag 28 maart 2030"\nna = ["rbop-november"'))),
    Careless(13, "vergeet dat een gemeente is opgeheven", ADOPTION,
             in_proposal("gemeenteset",
                         unit=((BEEMSTER + ',"tot_en_met":"2021-12-31"', BEEMSTER),))),
    Careless(14, "leest 'voor 8 oktober' als tot en met 8 oktober", date(2027, 10, 8),
             voor_is_exclusive),
    Careless(15, "maakt van 'medio juni' een harde dag", date(2027, 6, 15), words_are_kept),
    Careless(16, "kiest een zaterdag als laatste dag", date(2027, 10, 9),
             in_proposal("vrije-dag", (HEARD_UNTIL, 'tot_en_met = "zaterdag 9 oktober 2027"'))),
    Careless(17, "schuift een teruggerekende dag naar voren", date(2027, 10, 7),
             rolls_no_day),
    Careless(18, "rekent met een lijst zonder 5 mei", date(2028, 5, 5),
             liberation_day_counts),
    Careless(19, "schrijft een dag zonder jaar", date(2027, 3, 18),
             unreadable(('wanneer = "donderdag 18 maart 2027"', 'wanneer = "18 maart"'))),
    Careless(20, "laat de toezending aan de minister weg", date(2027, 11, 11),
             in_proposal("niet-toegezonden", ('aan = "minister"', 'aan = "hoofdofficier"'))),
    Careless(21, "stelt vast op grond van lid 2 en maakt het niet bekend", date(2027, 11, 11),
             found("niet-bekendgemaakt", "ready", under_lid_2)),
    Careless(22, "stelt vast zonder de hoofdofficier", ADOPTION,
             refused("ready", lambda s, on: adopts(s, on, hoofdofficier=False), "hoofdofficier")),
    Careless(22, "laat een delegatie vaststellen", ADOPTION,
             in_proposal("hoofdofficier-ontbreekt",
                         ('soort = "vaststelling"\nactiehouder = "rbop"',
                          'soort = "vaststelling"\nactiehouder = "v10"'))),
    Careless(23, "stelt vast terwijl een zienswijze geen antwoord heeft", ADOPTION,
             refused("ready", leaves_unanswered, "zienswijze")),
    Careless(24, "meldt na de vaststelling alsnog dat een raad is gehoord", date(2027, 11, 8),
             refused("adopted", heard_afterwards, "al vastgesteld", after=4)),
    Careless(25, "kiest thema's op doelen van meer dan vier jaar oud", date(2027, 3, 18),
             found("lokale-doelen", "opened", old_goals)),
    Careless(26, "verlengt met andere inhoud, zonder te horen", ADOPTION,
             in_proposal("raad-niet-gehoord", ('soort = "horen"', 'soort = "raadpleging"'),
                         ("[uitgangspunten]", '[beleidsplan.verlenging]\nplan = "IMV 2024-2027"\n'
                          'grond = "er is geen tijd"\ninhoud_gelijk = false\n'
                          "besloten_op = 2027-11-04\n\n[uitgangspunten]"))),
    Careless(27, "laat een aanwijzing van de minister liggen", date(2027, 12, 2),
             in_proposal("wijziging-minister", ('[[stap]]\nid = "uitvoeringsplannen"', """[[stap]]
id = "aanwijzing"
titel = "aanwijzing geven"
fase = "verantwoording"
soort = "besluit"
actiehouder = "minister"
wanneer = "2 december 2027"
na = ["vaststelling"]

[[stap]]
id = "uitvoeringsplannen\""""))),
    Careless(28, "vergeet het jaarverslag in het voorstel", date(2029, 12, 31),
             in_proposal("jaarverslag-ontbreekt",
                         ('id = "jaarverslag"\ntitel = "jaarverslag vaststellen"',
                          'id = "verslagen"\ntitel = "voortgang bespreken"'))),
    Careless(29, "herinnert een opgeheven gemeente", ADOPTION, nobody_reminds_who_ceased),
    Careless(30, "geeft een afspraak in een agenda een nieuwe UID", ADOPTION,
             the_uid_stays),
    Careless(31, "hoort de raden over een stuk dat niet het beleidsplan is", date(2027, 10, 7),
             in_proposal("gekoppelde-stukken", ('soort = "horen"',
                                                'soort = "horen"\ndocument = "vs"'))),
    Careless(32, "noemt een besluit over het ontwerp 'vaststellen'", date(2027, 5, 27),
             in_proposal("vastgesteld-voor-horen",
                         ('85%-versie bespreken"\nfase = "ontwerpen"\nsoort = "vergadering"',
                          'IMV vaststellen"\nfase = "ontwerpen"\nsoort = "besluit"'))),
)  # fmt: skip
