# SPDX-License-Identifier: EUPL-1.2
"""People who carry out one procedure by the law: with delays, absences and every kind of answer."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from gehoord.domain.acts.closing import closed_by
from gehoord.domain.acts.new_council import sends_to_new_council
from gehoord.domain.acts.report import (
    Adopted,
    Agreed,
    Announced,
    AnswerSupplemented,
    AppealLodged,
    AppealWentOn,
    Corrected,
    CouncilHeard,
    DifferenceDecided,
    DifferencePut,
    Disposed,
    Instructed,
    JaarverslagAdopted,
    Merged,
    PlanChanged,
    Polled,
    PriorityChanged,
    ReasonGiven,
    Report,
    RespiteGiven,
    ResponseReceived,
    SafetyPictureMade,
    SessionHeld,
    SessionPlanned,
    SilenceAccepted,
    StepDone,
    SurveyAnswered,
    ThemesChosen,
    TimeReserved,
    UitvoeringsplanAdopted,
    UitvoeringsplanDrafted,
    VersionMade,
)
from gehoord.domain.checks import Case, all_checks, findings
from gehoord.domain.checks.offices import in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import plans_owed, themes_missing, year_has_begun
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part, Step, StepKind
from gehoord.procedures.library import proposal_of
from tests.replay.dossier_played import PlayedDossier, reached
from tests.replay.lawful_oracle import Oracle
from tests.tables_of_strength import SMALL, read, reported

NAME: Final = "noord-holland/imv-2028-2031"
OPENED: Final = date(2026, 12, 1)
LAST: Final = date(2033, 12, 31)
PARTS: Final = tuple(Part)
TABLE: Final = read(SMALL)
PAPER: Final = Document(name="plan.pdf", media_type="application/pdf", content=b"%PDF-1.7 plan")
THURSDAY: Final = 3
WORDS: Final = (
    "de agenda was vol en de vergadering ging niet door",
    "er is driemaal gevraagd en per brief herinnerd zonder enig bericht terug",
    "het presidium koos ervoor dit onderwerp dit najaar niet te behandelen",
    "door ziekte bij de griffie bleef ons verzoek liggen tot na het reces",
    "fracties lieten elk afzonderlijk weten dat zij hierover niets wilden zeggen",
    "vanwege een wissel van college schoof men alle bovenlokale stukken door",
)


class StuckError(AssertionError):
    """A lawful procedure that does not come to its end."""


class LawfulPeople:
    """One play, from the opening to the last jaarverslag, by chance and within the law.

    Attributes:
        counts: how often what happened.
        refused: what was refused on the way, in the words of the engine.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311, a play and no secret
        proposal, eenheid, text = proposal_of(NAME)
        names = [m.name for m in eenheid.municipalities_on(proposal.reference_date)]
        lacking = self.random.sample(names, self.random.choice([0, 0, 0, 2]))
        self.played = PlayedDossier(self.random)
        self.played.opened_with(proposal, reached(eenheid, lacking), text)
        self.oracle = Oracle({m.name for m in self.state.living})
        self.on = OPENED
        self.counts: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.haste = self.random.uniform(0.1, 0.7)
        self.basis: Any = self.random.choices(["39-1", "39-2", "39-3"], [8, 1, 1])[0]
        self.second_ontwerp = self._some_day(date(2027, 7, 1), date(2027, 10, 1), 0.2)
        self.mergers = [
            day
            for chance in (0.3, 0.15)
            if (day := self._some_day(date(2026, 12, 15), date(2027, 11, 1), chance))
        ]
        self.instruction = self._some_day(date(2028, 2, 1), date(2031, 1, 1), 0.1)
        self.priority = self._some_day(date(2028, 2, 1), date(2031, 1, 1), 0.1)

    @property
    def state(self) -> State:
        return self.played.state

    def _some_day(self, first: date, last: date, chance: float) -> date | None:
        if self.random.random() >= chance:
            return None
        return first + timedelta(days=self.random.randrange((last - first).days))

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def does(self, report: Report, contains: tuple[Part, ...] = ()) -> bool:
        """Report something; return whether it was taken, and check that all is lawful still."""
        try:
            self.played.does(report, self.on)
        except GehoordError as error:
            self.refused[f"{report.what}: {error}"] += 1
            return False
        self.counts[report.what] += 1
        self.oracle.note(report, contains)
        self.oracle.check(self.state)
        return True

    def starts(self, stage: Stage) -> bool:
        try:
            self.played.starts(stage, self.on)
        except GehoordError as error:
            self.refused[f"fase {stage}: {error}"] += 1
            return False
        if stage is Stage.HEARING:
            self.oracle.councils_asked()
        self.oracle.check(self.state)
        return True

    def moves(self, step: str, to: date, why: str) -> bool:
        try:
            self.played.moves(step, to, self.on, why)
        except GehoordError as error:
            self.refused[f"{step} verplaatst: {error}"] += 1
            return False
        self.counts["verplaatst"] += 1
        self.oracle.check(self.state)
        return True

    def until_adopted(self) -> None:
        while not self.state.is_adopted:
            if self.on > LAST:
                raise StuckError(self._why())
            self.a_day()

    def until_accounted(self) -> None:
        """Go on until the last jaarverslag was sent, and nobody owes anything any more."""
        while owed := [a for a in self.state.open_actions() if not a.is_outside_plan]:
            if self.on > LAST:
                raise StuckError(f"{self._why()} {[a.name for a in owed]}")
            self.a_day()
        last = self.state.as_opened.beleidsplan.end.year
        years = range(self.state.as_opened.beleidsplan.start.year, last + 1)
        assert sorted(self.oracle.accounts) == list(years), "a jaarverslag for every year"
        for year in years:
            assert len(self.oracle.plans[year]) >= self.oracle.themes > 0, f"not all of {year}"
        for office in ("minister", "korpschef"):
            plan = [s.id for s in self._sends(Letter.SEND_OUT, office)]
            accounts = [s.id for s in self._sends(Letter.JAARVERSLAG, office)]
            assert plan, f"the plan never goes to the {office} (art. 39 lid 4)"
            assert len(accounts) == len(years), f"a jaarverslag never goes to the {office}"
            assert all(map(self.state.is_done, [*plan, *accounts]))
        self._judge_what_was_adopted()

    def _sends(self, letter: Letter, to: str) -> list[Step]:
        return [s for s in self.state.as_opened.steps if s.letter is letter and to in s.to]

    def _why(self) -> str:
        return f"no end on {self.on}: {self.refused.most_common(6)}"

    def a_day(self) -> None:
        """Let some days pass, and do what somebody gets to."""
        longest = 12 if self.state.is_adopted else 4
        for _ in range(self.random.randint(1, longest)):
            self.on += timedelta(days=1)
            self.played.looks(self.on)
            if self._adopts_today():
                break
        self.oracle.check(self.state)
        if self.on.weekday() >= 5:
            return
        self._what_happens()
        for step in self._ready():
            self._carry_out(step)
        for stage in Stage:
            self._start(stage)

    def _adopts_today(self) -> bool:
        return not self.state.is_adopted and self.on == self.state.plan["vaststelling"].due_on

    def _ready(self) -> Iterator[Step]:
        """Yield the steps of which somebody can do his part now, and gets to it."""
        for step in self.state.as_opened.steps:
            owed = self.state.owed(step.id)
            if owed and self._may_begin(step, owed) and self.chance(self._eagerness(owed)):
                yield step

    def _may_begin(self, step: Step, owed: list[Action]) -> bool:
        if step.follows_adoption and not self.state.is_adopted:
            return False
        if not all(self.state.is_done(before) for before in step.after):
            return False
        begins = min((a.start_on or a.due_on or self.on for a in owed), default=self.on)
        return self.on >= begins - timedelta(days=0 if step.kind is StepKind.ADOPTION else 7)

    def _eagerness(self, owed: list[Action]) -> float:
        """Return how likely it is that somebody gets to it today: more so as its day comes near."""
        days = [a.due_on for a in owed if a.due_on]
        if not days:
            return self.haste
        left = (min(days) - self.on).days
        return 1.0 if left <= 0 and self.haste > 0.2 else max(self.haste, 0.7 if left < 3 else 0.1)

    def _carry_out(self, step: Step) -> None:
        if step.is_sent_by_gehoord and step.letter is not Letter.ANNOUNCEMENT:
            return
        act = getattr(self, f"_{closed_by(step).replace('-', '_')}", None)
        if act:
            act(step)

    def _gedaan(self, step: Step) -> None:
        if step.id == "verwerking" and not self._answer_the_councils():
            return
        owed = self.state.owed(step.id)
        if sends_to_new_council(step.id):
            return
        if not owed[0].municipality:
            self.does(StepDone(on=self.on, step=step.id))
        elif not step.treats_in_council:
            one = self.random.choice(owed)
            self.does(StepDone(on=self.on, step=step.id, owner=one.municipality))

    def _answer_the_councils(self) -> bool:
        """Say of each zienswijze what is done with it; of late ones too."""
        waiting = [z.name for z in self.state.zienswijzen if z.awaits_disposition]
        for name in dict.fromkeys(waiting):
            self.does(Disposed(on=self.on, sender=name, disposition="Overgenomen in hoofdstuk 3."))
        return not any(z.awaits_disposition for z in self.state.zienswijzen)

    def _lokale_prioriteiten(self, step: Step) -> None:
        for action in self.state.owed(step.id):
            if self.chance(0.4):
                own = self.random.sample(["Jeugd", "Ondermijning", "Zorg", "Fraude"], 2)
                name = self._named(action)
                is_known = bool(self.state.priorities.where(name=name))
                said = () if is_known and self.chance(0.5) else tuple(own)
                self.does(SurveyAnswered(on=self.on, municipality=name, priorities=said))

    def _veiligheidsbeeld(self, _: Step) -> None:
        self.does(SafetyPictureMade(on=self.on, maker="politie", themes=("Drugs", "Fraude")))

    def _informatiesessie(self, step: Step) -> None:
        to_come = [s for s in self.state.sessions if s.awaits_count]
        if not self.state.sessions:
            day = self.on + timedelta(days=self.random.randint(1, 14))
            invited = ("burgemeesters", "partners")
            planned = SessionPlanned(
                on=self.on, day=day, start="13:30", place="Haarlem", invited=invited, step=step.id
            )
            self.does(planned)
        for session in to_come:
            if session.meets_on <= self.on:
                held = SessionHeld(
                    on=self.on, session=f"{session.number}", attendance=("burgemeesters; 12",)
                )
                self.does(held)

    def _peiling(self, _: Step) -> None:
        stage = "definitief" if self.chance(0.7) else "tussenstand"
        options = ("thema; Drugs; 60", "thema; Jeugd; 50", "thema; Fraude; 40")
        self.does(
            Polled.model_validate(
                {"op": self.on, "stand": stage, "opties": options, "respondenten": 80},
                by_alias=True,
                by_name=False,
            )
        )

    def _themas(self, _: Step) -> None:
        many = self.random.randint(2, 4)
        themes = self.random.sample(["Drugs", "Jeugd", "Fraude", "Zorg", "Uitbuiting"], many)
        grounds = tuple(f"{theme}: veel gemeenten" for theme in themes)
        self.does(ThemesChosen(on=self.on, themes=tuple(themes), grounds=grounds))

    def _sterkte(self, _: Step) -> None:
        self.does(reported(TABLE, self.on, "definitief"))

    def _versie(self, step: Step) -> None:
        contains = PARTS if step.contains else ()
        self.does(
            VersionMade(on=self.on, step=step.id, contains=contains, changed="Verwerkt."), contains
        )

    def _akkoord(self, step: Step) -> None:
        for action in self.state.owed(step.id):
            if self.chance(0.7):
                self.does(Agreed.model_validate({"op": self.on, "van": action.owner}))

    def _gehoord(self, _: Step) -> None:
        """Hear some councils; of who kept silent a person judges that it had its opportunity."""
        share = self.random.uniform(0, 0.15)
        for hearing in self.state.hearings.where(state=HearingState.INVITED):
            is_over = hearing.respond_by is not None and self.on > hearing.respond_by
            if self.chance(max(share, 0.3 if is_over else 0)):
                self._hear(hearing, is_over=is_over)

    def _hear(self, hearing: Hearing, *, is_over: bool) -> None:
        if is_over and self.chance(0.3):
            self._accept_silence(hearing)
            return
        answer = self.random.choice(list(Answer))
        text = "Meer wijkagenten in de kernen." if self.chance(0.5) else ""
        report = CouncilHeard(on=self.on, municipality=hearing.name, answer=answer, text=text)
        if self.does(report) and self.chance(0.03):
            back = "dit was een andere raad"
            self.does(Corrected(on=self.on, step="horen", owner=hearing.name, reason=back))

    def _accept_silence(self, hearing: Hearing) -> None:
        words = f"{self.random.choice(WORDS)}, zo zei {hearing.name} op {self.on:%d-%m}"
        office = f"burgemeester van {hearing.name}"
        report = {"on": self.on, "municipality": hearing.name, "reason": words}
        if not self.does(SilenceAccepted(**report)):
            self.does(SilenceAccepted(**report, by=office))

    def _vaststelling(self, step: Step) -> None:
        """Adopt on a Thursday, once everything is there; give the reasons that practice asks."""
        if self.on.weekday() != THURSDAY or not self._answer_the_councils():
            return
        if self.basis == "39-3" and not self.oracle.is_decided:
            put = DifferencePut(on=self.on, text="Over de wijkagenten in het noorden.")
            decided = DifferenceDecided(on=self.on, text="Het noorden krijgt er twee bij.")
            self.oracle.is_decided = self.does(put) and self.does(decided)
        report = self._together(Adopted, basis=self.basis)
        for _ in range(8):
            if self.does(report):
                self._judge_what_was_adopted()
                return
            if not self._give_a_reason():
                break
        due = self.state.plan[step.id].due_on
        if due <= self.on:
            self.moves(step.id, self.on + timedelta(weeks=2), "niet alles was op tijd klaar")

    def _together(self, kind: type[Any], **more: Any) -> Any:
        basis = more["basis"]
        who = {"burgemeesters": "alle", "body": "rbop"} if basis == "39-1" else {}
        return kind(on=self.on, hoofdofficier=basis != "39-3", **who, **more)

    def _give_a_reason(self) -> bool:
        found = findings(Case.of_dossier(self.state, self.on))
        asking = [f for f in found if f.severity is Severity.REASON]
        if not asking:
            return False
        [check] = [check for check in all_checks if check.code == asking[0].code]
        by = in_words(check.offices).partition(" of ")[0] if check.offices else "regioburgemeester"
        ground = "dit is besproken en zorgvuldig afgewogen"
        return self.does(ReasonGiven(on=self.on, code=check.code, ground=ground, by=by))

    def _judge_what_was_adopted(self) -> None:
        found = findings(Case.of_dossier(self.state, self.on))
        blocks = [f for f in found if f.severity is Severity.BLOCK]
        assert not blocks, f"adopted with {[f.text for f in blocks]}"

    def _bekendmaking(self, _: Step) -> None:
        if self.state.adoption and self.state.adoption.announced_on is None:
            self.does(Announced(on=self.on))

    def _jaarverslag(self, _: Step) -> None:
        plan = self.state.as_opened.beleidsplan
        over = range(plan.start.year, min(self.on.year, plan.end.year + 1))
        owed = [year for year in over if self.state.jaarverslag(year) is None]
        if owed:
            basis = self.random.choices(["39-1", "39-2"], [9, 1])[0]
            self.does(self._together(JaarverslagAdopted, basis=basis, year=owed[0]))

    def _uitvoeringsplan(self, _: Step) -> None:
        """Consult the burgemeesters on the plans of a year that began; then the V10 adopts them."""
        year = min(of for of, _ in plans_owed(self.state) if of)
        for theme in themes_missing(self.state, year) if year_has_begun(year, self.on) else []:
            known = {"on": self.on, "year": year, "theme": theme}
            until = self.oracle.consulted.get((year, theme))
            if until is None and self.chance(0.9):
                asked = {**known, "until": self.on + timedelta(weeks=2)}
                if not self.does(UitvoeringsplanDrafted(**asked, document=PAPER)):
                    self.does(UitvoeringsplanDrafted(**asked, was_sent=True))
            elif until is None or until >= self.on:
                self.does(UitvoeringsplanAdopted(**known, reason=self.random.choice(WORDS)))
            else:
                self.does(UitvoeringsplanAdopted(**known, body="v10", document=PAPER))

    def _wijziging(self, step: Step) -> None:
        basis = "aanwijzing" if "aanwijzing" in step.id else "beroep"
        self.does(PlanChanged.model_validate({"op": self.on, "grondslag": basis}))

    def _beroep_vervolg(self, step: Step) -> None:
        for appeal in self.state.appeals.where(step=step.id):
            events = ["ongegrond", "gegrond", "niet-ontvankelijk", "ingetrokken", "deels gegrond"]
            event = self.random.choice(events if appeal.heard_on else ["gehoord"])
            if not appeal.postponed_on and self.chance(0.2):
                event = "verdaagd"
            self.does(
                AppealWentOn.model_validate(
                    {"op": self.on, "van": appeal.name, "gebeurtenis": event}
                )
            )

    def _start(self, stage: Stage) -> None:
        """Start a stage when there is something to send in it."""
        owed = self.state.open_actions(kind=StepKind.NOTICE, stage=stage)
        owed += [a for a in self._newly_owed() if stage is Stage.HEARING]
        ready = [a for a in owed if all(map(self.state.is_done, self._after(a)))]
        if not ready or not self.chance(max(self.haste, 0.4)):
            return
        if stage in (Stage.ADOPTION, Stage.ACCOUNT) and not self.state.is_adopted:
            return
        if stage is Stage.HEARING and not self._gives_the_councils_time():
            return
        self.starts(stage)

    def _newly_owed(self) -> list[Action]:
        """Return what the adviser owes councils that came since the ontwerp left."""
        return [a for a in self.state.open_actions() if sends_to_new_council(a.step)]

    def _after(self, action: Action) -> tuple[str, ...]:
        return self.state.as_opened.step(action.step).after

    def _gives_the_councils_time(self) -> bool:
        """Move the hearing and the adoption when the councils would have too little time."""
        last = self.state.plan["horen"].due_on
        if last >= self.on + timedelta(weeks=8):
            return True
        why = "het ontwerp was later klaar dan gedacht"
        later = _thursday(self.on + timedelta(weeks=12))
        if self.state.plan["vaststelling"].due_on < later + timedelta(weeks=4):
            self.moves("vaststelling", later + timedelta(weeks=4), why)
        if self.state.plan["horen"].due_on >= later:  # it is counted back from the adoption
            return True
        return self.moves("horen", later, why)

    def _what_happens(self) -> None:
        """Let happen what no plan foresees."""
        for day in [d for d in self.mergers if d <= self.on]:
            self.mergers.remove(day)
            self._merge()
        if self.state.is_adopted:
            self._after_the_adoption()
            return
        invited = self.state.hearings.where(state=HearingState.INVITED)
        if invited and self.chance(0.1):
            self._of_one_council(self.random.choice(invited))
        if self.chance(0.05) and self.state.versions:
            sender = self.random.choice(["korpschef", "GGD", "Haarlem"])
            self.does(ResponseReceived(on=self.on, sender=sender, text="Akkoord."))
        if self.second_ontwerp and self.on >= self.second_ontwerp and self.oracle.asked:
            self.second_ontwerp = None
            self._second_ontwerp()
        self._late_words()

    def _of_one_council(self, hearing: Hearing) -> None:
        day = self.on + timedelta(days=self.random.randint(3, 60))
        if self.chance(0.5):
            self.does(TimeReserved(on=self.on, municipality=hearing.name, day=day))
        elif hearing.respond_by:
            until = hearing.respond_by + timedelta(days=self.random.randint(3, 20))
            why = "de raad vergadert een week later"
            self.does(RespiteGiven(on=self.on, municipality=hearing.name, until=until, reason=why))

    def _late_words(self) -> None:
        """Let a council that was heard say more, also after its last day."""
        heard = self.state.hearings.where(state=HearingState.HEARD)
        if heard and self.chance(0.03):
            self.does(
                AnswerSupplemented(
                    on=self.on,
                    municipality=self.random.choice(heard).name,
                    answer=Answer.ZIENSWIJZE,
                    text="Ook aandacht voor het buitengebied.",
                )
            )

    def _second_ontwerp(self) -> None:
        if self.does(VersionMade(on=self.on, step="ontwerp", contains=PARTS), PARTS):
            self.counts["tweede ontwerp"] += 1

    def _merge(self) -> None:
        living = sorted(self.oracle.councils)
        ceased = self.random.sample(living, self.random.choice([1, 2, 2]))
        rest = [name for name in living if name not in ceased]
        name, code = f"Nieuwstad {self.on.year}{self.on:%m%d}", f"GM{9000 + len(self.counts)}"
        if self.chance(0.4):
            name = self.random.choice(rest)
            code = self.state.municipality(name).code
        self.does(Merged(on=self.on, ceased=tuple(ceased), code=code, name=name))

    def _after_the_adoption(self) -> None:
        adoption = self.state.adoption
        announced_on = adoption.announced_on if adoption and adoption.basis == "39-2" else None
        runs = announced_on and self.on <= announced_on + timedelta(weeks=8)
        if runs and self.chance(0.2):
            who = self.random.choice(sorted(self.oracle.councils))
            self.does(AppealLodged.model_validate({"op": self.on, "van": who}))
        if self.instruction and self.on >= self.instruction:
            self.instruction = None
            said = "Neem de landelijke doelstellingen over mensenhandel alsnog op."
            self.does(Instructed(on=self.on, text=said, heard_on=self.on - timedelta(days=14)))
        if self.priority and self.on >= self.priority:
            self.priority = None
            self._give_priority()

    def _give_priority(self) -> None:
        themes = self.state.themes()
        goes = themes.chosen_themes[0].name if themes else "Drugs"
        report = PriorityChanged(
            on=self.on,
            hoofdofficier=True,
            burgemeesters="alle",
            body="rbop",
            comes=("Verkeer",),
            goes=(goes,),
            reason="er vielen dit jaar veel slachtoffers in het verkeer",
        )
        self.does(report)

    def _named(self, action: Action) -> str:
        return self.state.municipality(action.municipality or "").name


def _thursday(day: date) -> date:
    return day + timedelta(days=(THURSDAY - day.weekday()) % 7)
