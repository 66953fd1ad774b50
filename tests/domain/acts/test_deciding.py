# SPDX-License-Identifier: EUPL-1.2
"""Every kind of report has an act that decides it, and deciding changes nothing by itself."""

from datetime import date
from typing import Literal

import pytest
from pydantic import Field

from gehoord.domain.acts.act import decide
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.following import with_what_follows
from gehoord.domain.acts.report import (
    KINDS,
    AddressGiven,
    Agreed,
    Announced,
    AnswerSupplemented,
    AppealLodged,
    AppealWentOn,
    AssentGiven,
    CandidatesListed,
    ChapterPromised,
    ConditionLifted,
    ConditionMade,
    Corrected,
    DifferenceDecided,
    DifferencePut,
    Disposed,
    GoalsSet,
    Instructed,
    JaarverslagAdopted,
    LetterheadGiven,
    LetterReworded,
    MeetingsRead,
    Merged,
    PartAdopted,
    PlanChanged,
    PointNoted,
    PointsDisposed,
    PointsSorted,
    Polled,
    PriorityChanged,
    ReasonGiven,
    RehearingJudged,
    RemindedNow,
    Report,
    RespiteGiven,
    ResponseReceived,
    ReviewersNamed,
    SafetyPictureMade,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
    StanceMarked,
    StepDone,
    StepLapsed,
    ThemeExplored,
    ThemesChosen,
    TimeReserved,
    UitvoeringsplanAdopted,
    UitvoeringsplanDrafted,
    VersionFiled,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.chapter_to_follow import ChapterStands
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Stance
from gehoord.domain.proposal.step import Letter, Part
from tests.calendar.incoming.files import calendar_of
from tests.domain.acts.asking import answers, asks
from tests.domain.acts.circulated import FIRST, OF_70, asked
from tests.domain.acts.story_in_memory import At
from tests.domain.acts.surveyed import answered, together
from tests.sentence import assert_sentence
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    FINAL,
    HEARD,
    ONE_DAY,
    ONTWERP,
    OPENED,
    REAL_REASON,
    RESPOND_BY,
    THEMES,
    Moment,
    adopted,
    heard,
    silent,
)
from tests.tables_of_strength import SMALL, read, reported

INSTRUCTED = Instructed(on=ADOPTED, heard_on=ADOPTED, text="Neem de doelen op.")
ADDED = AnswerSupplemented(on=FINAL, municipality="Texel", answer=Answer.POINTS)
UNDER_LID_2 = adopted(basis="39-2", burgemeesters=(), body=None)
JAARVERSLAG = JaarverslagAdopted(
    on=date(2029, 5, 10), year=2028, basis="39-1", hoofdofficier=True, burgemeesters="alle"
)
PLAN_FOR_YEAR = UitvoeringsplanAdopted(
    on=ADOPTED, year=2028, theme="Jeugd", body="v10", reason="de burgemeesters waren erbij"
)
PLAN_IN_CONCEPT = UitvoeringsplanDrafted(on=ADOPTED, year=2028, theme="Jeugd", was_sent=True)
PRIORITY = PriorityChanged(
    on=ADOPTED,
    comes=("Zorg",),
    goes=("Jeugd",),
    reason="er is meer overlast dan eerst",
    hoofdofficier=True,
    burgemeesters="alle",
)
RESPONDED = ResponseReceived(on=ONTWERP, sender="OM", text="Meer wijkagenten.")
NOTED = PointNoted(on=ONTWERP, sender="OM", subject="Sterkte", text="Meer wijkagenten.")
PLANNED = SessionPlanned(on=OPENED, day=THEMES, start="13:30", place="Haarlem")
READ_ALONG = ReviewersNamed(on=FIRST, lines=("GGD; ggd@ggd.example",))
PROMISED = ChapterPromised(
    on=ONTWERP,
    chapter="Sterkte",
    stands=ChapterStands.MISSING,
    to="de burgemeesters",
    follows_by=FINAL,
)

ADOPTED_PROVISIONALLY = (
    reported(read(SMALL), HEARD),
    VersionMade(on=FINAL, step="definitief"),
    ReasonGiven(
        on=FINAL,
        code="deel-voorlopig-bij-vaststelling",
        ground="de definitieve verdeling komt in januari",
        by="regioburgemeester",
    ),
    adopted(),
)
"""By which the plan is adopted with a provisional sterkteverdeling, once the councils are heard."""

LAWFUL: dict[str, tuple[Moment, Report]] = {
    "gedaan": ("heard", StepDone(on=FINAL, step="verwerking")),
    "herinnering": ("asked", RemindedNow(on=FINAL, step="horen")),
    "vervalt": ("opened", StepLapsed(on=OPENED, step="advies", reason="er is geen tijd meer voor")),
    "themas": ("opened", ThemesChosen(on=THEMES, themes=("Ondermijning",))),
    "verkenning": ("opened", ThemeExplored(on=THEMES, theme="Zorg", outcome="wordt een thema")),
    "brieftekst": (
        "opened",
        LetterReworded(
            on=OPENED,
            letter=Letter.PROCESS,
            passage=Passage.PLANNING,
            text="Uiterlijk [laatste dag].",
        ),
    ),
    "briefhoofd": ("opened", LetterheadGiven(on=OPENED, telephone="023 000 00 00")),
    "kandidaten": ("opened", CandidatesListed(on=THEMES, names=("Drugs", "Fraude"))),
    "peiling": ("opened", Polled(on=THEMES, stage="tussenstand", respondents=71)),
    "versie": ("themes", VersionMade(on=ONTWERP, step="ontwerp")),
    "stuk": (
        "ontwerp",
        VersionFiled(on=ONTWERP, number=1, document=Document(name="ontwerp.pdf", content=b"%PDF")),
    ),
    "toezegging": ("ontwerp", PROMISED),
    "meelezers": ("themes", READ_ALONG),
    "ter-lezing": ("themes", asked()),
    "akkoord": ("ontwerp", Agreed(on=AGREED, client="hoofdofficier")),
    "reservering": ("agreed", TimeReserved(on=AGREED, municipality="Texel", day=FINAL)),
    "gehoord": ("asked", heard("Texel")),
    "opnieuw-horen": (
        "heard",
        RehearingJudged(on=FINAL, again="nee", reason="de cijfers waren al bekend"),
    ),
    "aanvulling": ("heard", ADDED),
    "geen-antwoord": ("asked", silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON)),
    "uitstel": (
        "asked",
        RespiteGiven(
            on=ASKED,
            municipality="Texel",
            until=RESPOND_BY + ONE_DAY,
            reason="de raad vergadert een dag later",
        ),
    ),
    "reactie": ("ontwerp", ResponseReceived(on=ONTWERP, sender="OM", text="Helder.")),
    "verwerking": ("adopted", Disposed(on=ADOPTED, sender="OM", disposition="Overgenomen.")),
    "punt": ("ontwerp", NOTED),
    "punt-indeling": (
        "ontwerp",
        PointsSorted(on=ONTWERP, points=("1",), main_line="Concreter"),
    ),
    "punt-verwerking": (
        "ontwerp",
        PointsDisposed(on=ONTWERP, points=("1",), outcome=PointOutcome.TAKEN_OVER),
    ),
    "houding": ("ontwerp", StanceMarked(on=ONTWERP, sender="OM", stance=Stance.CRITICAL)),
    "instemming": ("final", AssentGiven(on=ADOPTED, lines=("Texel; afwezig",), others=True)),
    "voorwaarde": (
        "final",
        ConditionMade(on=ADOPTED, maker="RBOP", text="de begroting is er", lifted_by="korpschef"),
    ),
    "voorwaarde-weg": (
        "final",
        ConditionLifted(on=ADOPTED, condition="1", text="de begroting is er nu", by="korpschef"),
    ),
    "vaststelling": ("final", adopted()),
    "onderdeel": (
        "heard",
        PartAdopted(on=ADOPTED, hoofdofficier=True, burgemeesters="alle", body="rbop"),
    ),
    "jaarverslag": ("adopted", JAARVERSLAG),
    "uitvoeringsplan": ("adopted", PLAN_FOR_YEAR),
    "uitvoeringsplan-concept": ("adopted", PLAN_IN_CONCEPT),
    "prioriteit": ("adopted", PRIORITY),
    "bekendmaking": ("final", Announced(on=ADOPTED)),
    "beroep": ("final", AppealLodged(on=ADOPTED, appellant="Texel")),
    "beroep-vervolg": ("final", AppealWentOn(on=ADOPTED, appellant="Texel", event="gegrond")),
    "verschil": ("final", DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn")),
    "beslissing-verschil": ("final", DifferenceDecided(on=FINAL, text="Hoorn krijgt er twee")),
    "aanwijzing": ("adopted", INSTRUCTED),
    "wijziging": ("adopted", PlanChanged(on=ADOPTED, basis="aanwijzing")),
    "reden": ("opened", ReasonGiven(on=OPENED, code="reces", ground="de raden gaven dagen op")),
    "herstel": ("heard", Corrected(on=FINAL, step="horen", owner="Texel", reason="dat was Hoorn")),
    "adres": ("opened", AddressGiven(on=OPENED, who="Texel", address="g@texel.example")),
    "veiligheidsplan": ("opened", GoalsSet(on=OPENED, municipality="Texel")),
    "vergaderingen": (
        "opened",
        MeetingsRead(on=OPENED, who="Texel", file=calendar_of("20270916")),
    ),
    "lokale-prioriteiten": ("opened", answered("Texel", "Jeugd")),
    "veiligheidsbeeld": (
        "opened",
        SafetyPictureMade(on=OPENED, maker="DRIO", themes=("Drugs", "Fraude")),
    ),
    "informatiesessie": ("opened", PLANNED),
    "sessie-verplaatst": ("opened", SessionMoved(on=OPENED, session="1", place="Texel")),
    "sessie-vervalt": (
        "opened",
        SessionCalledOff(on=OPENED, session="1", reason="de zaal is die dag bezet"),
    ),
    "sessie-gehouden": ("opened", SessionHeld(on=THEMES, session="1", attendance=("45",))),
    "cluster": ("opened", together("Zorg", "Jeugd")),
    "verzoek": ("asked", asks()),
    "antwoord-op-verzoek": ("asked", answers()),
    "sterkte": ("themes", reported(read(SMALL), ONTWERP)),
    "herindeling": (
        "asked",
        Merged(on=ASKED, ceased=("Texel",), code="GM9999", name="Nieuwstad"),
    ),
}
"""Of each kind one report, and a moment at which it may be made."""


BEFORE: dict[str, tuple[Report, ...]] = {
    "ter-lezing": (READ_ALONG, VersionMade(on=FIRST, step="concept-70", document=OF_70)),
    "verwerking": (RESPONDED,),
    "punt": (RESPONDED,),
    "punt-indeling": (RESPONDED, NOTED),
    "punt-verwerking": (RESPONDED, NOTED),
    "houding": (RESPONDED,),
    "verkenning": (
        ThemesChosen(on=THEMES, themes=("Ondermijning",), explored=("Zorg: vaststelling",)),
    ),
    "bekendmaking": (UNDER_LID_2,),
    "beroep": (UNDER_LID_2, Announced(on=ADOPTED)),
    "beroep-vervolg": (
        UNDER_LID_2,
        Announced(on=ADOPTED),
        AppealLodged(on=ADOPTED, appellant="Texel"),
    ),
    "opnieuw-horen": (
        VersionMade(on=FINAL, step="definitief", contains=(Part.STRENGTH, Part.WIJKAGENTEN)),
    ),
    "beslissing-verschil": (DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn"),),
    "wijziging": (INSTRUCTED,),
    "voorwaarde-weg": (
        ConditionMade(on=ADOPTED, maker="RBOP", text="de begroting is er", lifted_by="korpschef"),
    ),
    "onderdeel": (*ADOPTED_PROVISIONALLY, reported(read(SMALL), ADOPTED, "definitief")),
    "antwoord-op-verzoek": (asks(),),
    "sessie-verplaatst": (PLANNED,),
    "sessie-vervalt": (PLANNED,),
    "sessie-gehouden": (PLANNED,),
    "cluster": (answered("Texel", "Jeugd"),),
}
"""What must have been reported before."""


def before(kind: str, state: State) -> State:
    """Return the state in which this kind of report may be made."""
    for report in BEFORE.get(kind, ()):
        state = state.after(with_what_follows(state, decided(report, state).changes))
    return state


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "keuze"])
def test_every_kind_of_report_has_an_act_that_decides_it(at: At, kind: str) -> None:
    moment, report = LAWFUL[kind]
    act = decided(report, before(kind, at(moment)))
    assert isinstance(report, KINDS[kind])
    assert decide.dispatch(KINDS[kind]) is not decide.dispatch(object)
    assert act.changes
    assert_sentence(act.said)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "keuze"])
def test_deciding_leaves_the_state_as_it_was_and_comes_to_the_same_again(at: At, kind: str) -> None:
    moment, report = LAWFUL[kind]
    state = before(kind, at(moment))
    seen = repr(state)
    assert decided(report, state) == decided(report, state)
    assert repr(state) == seen


def test_a_kind_of_report_without_an_act_is_a_mistake_that_shows(at: At) -> None:
    class Postponed(ReportOfAnyKind):
        summary = "Een raad vraagt uitstel."
        what: Literal["vertraging"] = Field("vertraging", alias="wat")

    with pytest.raises(NotImplementedError, match="Postponed has no act"):
        decided(Postponed(on=ASKED), at("asked"))
