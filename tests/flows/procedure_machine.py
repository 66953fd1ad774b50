# SPDX-License-Identifier: EUPL-1.2
"""People at work on one dossier, lawfully and not, and a model of what the law asks of them."""

import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from gehoord.calendar.due import Precision
from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Adopted,
    Agreed,
    ChapterPromised,
    Corrected,
    CouncilHeard,
    DifferenceDecided,
    DifferencePut,
    Disposed,
    LetterheadGiven,
    LetterReworded,
    Merged,
    PointNoted,
    PointsDisposed,
    ReasonGiven,
    RequestAnswered,
    Requested,
    RespiteGiven,
    ResponseReceived,
    SilenceAccepted,
    StepDone,
    StepLapsed,
    SurveyAnswered,
    ThemesChosen,
    TimeReserved,
    VersionFiled,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.chapter_to_follow import ChapterStands
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.request import Reply, RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.procedure import STAGES
from gehoord.flows.record import record
from gehoord.flows.running import attempt
from gehoord.flows.watch import look
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from tests.domain.acts.as_it_reads import as_it_reads
from tests.flows.assenting import Assenting
from tests.flows.preparing import STEPS, Preparing
from tests.story import heard

HERE = Path(__file__).parent.parent
PROPOSAL = (HERE / "klein.toml").read_text() + STEPS
EXTENSION = """
[beleidsplan.verlenging]
plan = "Beleidsplan 2024-2027"
grond = "de raden zijn in 2023 gehoord over dezelfde inhoud"
inhoud_gelijk = %s
besloten_op = 2026-11-02

[herinneringen]"""
EENHEID = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid")
PARTS = frozenset(Part)
UNANSWERED = "zienswijze-zonder-antwoord"
LIFTED = (
    "verlenging",
    "verzonden-voor-akkoord",
    "volgorde",
    "horen-op-dag-van-vaststelling",
    UNANSWERED,
)
HASTE = (
    ("horen-op-dag-van-vaststelling", "horen"),
    *(("volgorde", step) for step in ("verwerking", "definitief", "vaststelling", "ontwerp")),
)
PIECE = Document(name="versie.pdf", content=b"%PDF-1.7")
MISTAKE = "dit was een vergissing"
NEVER_LAPSE = ("horen", "ontwerp", "akkoord", "verzending", "vaststelling")


class Procedure(Assenting, Preparing, RuleBasedStateMachine):
    """People at work on one dossier of three councils."""

    empty: Path
    extending = ("", "", "", "true", "true", "false")
    """How often the plan is new, extends the one before it, or does so with other content."""
    adoptions = 0
    extensions = 0
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        file = shutil.copy(self.empty, self.folder / "gehoord.db")
        self.moment = datetime(2027, 5, 1, tzinfo=UTC)
        self.register = Register(connect(f"sqlite:///{file}"), self.now)
        self.day = date(2027, 6, 1)
        self.made: list[tuple[int, frozenset[Part]]] = []  # of which ontwerp; 0: of none
        self.ontwerpen = 0  # how many were made
        self.agreed: set[tuple[str, int]] = set()
        self.asked: dict[str, int] = {}
        self.heard: dict[str, int] = {}
        self.councils = {"Haarlem", "Hoorn", "Texel"}
        self.merged = 0
        self.adopted: Adopted | None = None
        self.is_extension = self.extends_the_same = False
        self.reasons: list[tuple[str, int]] = []  # the code, and on which ontwerp; 0: no help
        self.is_decided = False
        self.sessions = {}
        self.tables = []
        self.assents = {}

    @property
    def ontwerp(self) -> int:
        """The newest ontwerp that stands; 0 when there is none."""
        return next((number for number, _ in reversed(self.made) if number), 0)

    @property
    def final(self) -> frozenset[Part]:
        return self.made[-1][1] if self.made else frozenset()

    @property
    def unagreed(self) -> set[int]:
        """Of which ontwerp it was said why it leaves so soon."""
        return {number for code, number in self.reasons if code == "verzonden-voor-akkoord"} - {0}

    @property
    def has_ground(self) -> bool:
        return any(code == "verlenging" for code, _ in self.reasons)

    @property
    def current(self) -> State:
        with self.register.reading() as reader:
            return state_of(reader, "klein")

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def teardown(self) -> None:
        with self.register.reading() as reader:
            assert verify(reader, "klein").faults == ()
            state: State = state_of(reader, "klein")
        longer = {h.municipality: h.respite_until for h in state.hearings if h.respite_until}
        for asked in state.requests:
            [owed] = state.actions.where(id=asked.action)
            assert owed.is_open is asked.is_open, asked.called
        for action in state.open_actions():
            if action.about:  # what is outside the plan has a day of its own
                continue
            planned = state.plan[action.step]
            if action.step == "horen" and action.municipality in longer:
                planned = planned.until(longer[action.municipality])
            if planned.precision is not Precision.YEARLY:
                days = (planned.span.start, planned.span.end) if planned.has_day else None
                assert days is None or (action.start_on, action.due_on) == days, action.id
                assert days or action.due_on is None, f"{action.id} has a day that nobody gave"
        self.register.engine.dispose()
        shutil.rmtree(self.folder)

    def act(self, report: Any) -> bool:
        """Let people report a report; return whether the engine took it."""
        try:
            record(self.register, "klein", report, self.day)
        except GehoordError:
            return False
        return True

    @initialize(data=st.data())
    def open(self, data: st.DataObject) -> None:
        text, extension = PROPOSAL, data.draw(st.sampled_from(self.extending))
        if extension:
            text = PROPOSAL.replace("[herinneringen]", EXTENSION % extension)
        self.is_extension, self.extends_the_same = bool(extension), extension == "true"
        proposal = read_toml(Proposal, text.encode(), "klein")
        open_dossier(self.register, "klein", proposal, EENHEID, text, self.day)

    @rule(days=st.integers(1, 60))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(
        steps=st.integers(3, 12),
        parts=st.sampled_from([PARTS, PARTS, PARTS - {Part.STRENGTH}]),
        hoofdofficier=st.sampled_from([True, True, False]),
        body=st.sampled_from(["rbop", "rbop", "v10"]),
        hasty=st.sampled_from([False, False, True]),
    )
    def go_on(
        self, steps: int, parts: frozenset[Part], hoofdofficier: bool, body: str, hasty: bool
    ) -> None:
        """Let people do the next things in order, or in haste without what they find a formality.

        Without this few procedures come to an end.
        """
        for _ in range(steps):
            if self.is_extension and not self.ontwerp and (self.extends_the_same or hasty):
                self.extend(hoofdofficier, with_ground=not hasty)
                return
            if not self.ontwerp:
                self.make_ontwerp(parts)
            elif not hasty and (
                missing := [c for c in CLIENTS_THAT_AGREE if (c, self.ontwerp) not in self.agreed]
            ):
                self.agree(missing[0])
            elif {self.asked.get(c) for c in self.councils} != {self.ontwerp}:
                self.start_stage(Stage.HEARING)
            elif unheard := [c for c in sorted(self.councils) if self.unheard(c)]:
                self.report_heard(unheard[0], Manner.COUNCIL_MEETING)
            elif self.adopted is None:
                self.say_why_it_goes_so_fast()
                self.come_to_terms()
                self.adopt("39-1", hoofdofficier, True, body)
                self.make_definitive(parts)

    @rule(
        parts=st.sampled_from([PARTS, PARTS - {Part.STRENGTH}]),
        hoofdofficier=st.booleans(),
        body=st.sampled_from(["rbop", "v10"]),
    )
    def adopt_in_haste(self, parts: frozenset[Part], hoofdofficier: bool, body: str) -> None:
        """Let people say why it goes so fast and adopt at once, whatever is still to be done."""
        self.give_a_reason("verlenging", "regioburgemeester")
        self.say_why_it_goes_so_fast()
        self.make_definitive(parts)
        self.come_to_terms()
        self.adopt("39-1", hoofdofficier, True, body)

    def unheard(self, council: str) -> bool:
        return self.heard.get(council) != self.ontwerp

    @rule(stage=st.sampled_from(list(Stage)))
    def start_stage(self, stage: Stage) -> None:
        outcome = attempt(STAGES[stage], self.register, "klein", self.day)
        if stage is Stage.HEARING and not outcome.refused:
            both = all((client, self.ontwerp) in self.agreed for client in CLIENTS_THAT_AGREE)
            assert both or self.ontwerp in self.unagreed, "sent without agreement"
            self.asked = dict.fromkeys(self.councils, self.ontwerp)

    @rule(parts=st.sampled_from([PARTS, PARTS, PARTS - {Part.WIJKAGENTEN}]))
    def make_ontwerp(self, parts: frozenset[Part]) -> None:
        if self.act(VersionMade(on=self.day, step="ontwerp", contains=tuple(parts))):
            self.ontwerpen += 1
            self.made.append((self.ontwerpen, self.with_its_table(parts)))
            self.hand_in_the_document()

    @rule(parts=st.sampled_from([PARTS, PARTS, PARTS - {Part.STRENGTH}]))
    def make_definitive(self, parts: frozenset[Part]) -> None:
        if self.act(VersionMade(on=self.day, step="definitief", contains=tuple(parts))):
            self.made.append((0, self.with_its_table(parts)))
            self.hand_in_the_document()

    def with_its_table(self, parts: frozenset[Part]) -> frozenset[Part]:
        """Return the parts of a version: a sterkteverdeling that is known has its wijkagenten."""
        has_table = bool(self.tables) and Part.STRENGTH in parts
        return parts | {Part.WIJKAGENTEN} if has_table else parts

    def hand_in_the_document(self) -> None:
        """Hand the document of every other new version in later, and try to put another there."""
        version = max(self.current.versions, key=lambda each: each.number)
        if version.number % 2:
            return
        why = "Het stuk werd later afgemaakt."
        filed = VersionFiled(on=self.day, number=version.number, document=PIECE, reason=why)
        assert self.act(filed)
        kept = version.model_copy(
            update={
                "document": PIECE.sha256,
                "file": PIECE.name,
                "filed_on": self.day,
                "filed_because": why,
                "asked_before_filed": len(self.current.hearings.where(version=version.content_id)),
            }
        )
        assert self.current.versions.one(version.id) == kept
        assert not self.act(filed), "another document in its place"

    @rule(days=st.integers(0, 60), chapter=st.sampled_from(["hoofdstuk 6", "bijlage 2"]))
    def promise_a_chapter(self, days: int, chapter: str) -> None:
        report = ChapterPromised(
            on=self.day,
            chapter=chapter,
            stands=ChapterStands.MISSING,
            to="de burgemeesters",
            follows_by=self.day + timedelta(days=days),
        )
        if self.act(report):
            assert self.adopted is None, "a promise about a plan that is adopted"
            [*_, promised] = self.current.final.follows if self.current.final else ()
            assert self.current.owed(promised.step)

    @rule(client=st.sampled_from(["regioburgemeester", "hoofdofficier"]))
    def agree(self, client: Any) -> None:
        if self.act(Agreed(on=self.day, client=client)):
            self.agreed.add((client, self.ontwerp))

    @rule(data=st.data(), manner=st.sampled_from([Manner.COUNCIL_MEETING] * 4 + list(Manner)))
    def hear(self, data: st.DataObject, manner: Manner) -> None:
        self.report_heard(data.draw(st.sampled_from(sorted(self.councils))), manner)

    def report_heard(self, council: str, manner: Manner) -> None:
        report = CouncilHeard(
            on=self.day, municipality=council, manner=manner, answer=Answer.AGREES
        )
        if self.act(report):
            assert manner is Manner.COUNCIL_MEETING, "a committee is not the raad"
            self.heard[council] = self.asked[council]

    @rule(data=st.data(), reason=st.sampled_from(["", "ruim tijd gehad en drie keer gevraagd"]))
    def accept_silence(self, data: st.DataObject, reason: str) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        if self.act(SilenceAccepted(on=self.day, municipality=council, reason=reason)):
            assert reason, "silence without a recorded judgement"
            self.heard[council] = self.asked[council]

    @rule(data=st.data())
    def take_back_what_it_said(self, data: st.DataObject) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        report = Corrected(
            on=self.day, step="horen", owner=council, reason="dit was een vergissing"
        )
        if self.act(report):
            self.heard.pop(council, None)

    @rule(sender=st.sampled_from(["Haarlem", "Texel", "korpschef"]), answered=st.booleans())
    def respond(self, sender: str, answered: bool) -> None:
        self.act(ResponseReceived(on=self.day, sender=sender, text="wij zijn het ermee eens"))
        if answered:
            self.act(Disposed(on=self.day, sender=sender, disposition="dank, overgenomen"))

    @rule(
        sender=st.sampled_from(["Haarlem", "korpschef"]), text=st.sampled_from(["meer", "minder"])
    )
    def split_it(self, sender: str, text: str) -> None:
        self.act(PointNoted(on=self.day, sender=sender, subject="plan", text=text))

    @rule(number=st.integers(1, 3), outcome=st.sampled_from(list(PointOutcome)))
    def decide_on_a_point(self, number: int, outcome: PointOutcome) -> None:
        why = "dit is waarom"
        report = PointsDisposed(
            on=self.day, points=(f"{number}",), outcome=outcome, explanation=why
        )
        if self.act(report):
            [point] = self.current.points.where(number=number)
            assert (point.outcome, point.disposed_on) == (outcome, self.day)
            self._weighed_by_points(point.answer)

    def _weighed_by_points(self, answer: str) -> None:
        state = self.current
        points = [p for p in state.points.where(answer=answer) if p.counts]
        said = state.zienswijzen.one(answer) or state.responses.one(answer)
        assert said is not None
        is_open = any(p.outcome is None for p in points)
        assert bool(said.disposition) is not is_open, "an answer is weighed when its points are"

    @precondition(lambda self: self.merged < 2)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(sorted(self.councils)))
        name = f"Nieuw {self.merged}"
        report = Merged(on=self.day, ceased=(gone,), code=f"GM900{self.merged}", name=name)
        if self.act(report):
            self.merged += 1
            self.councils = self.councils - {gone} | {name}
            self.heard.pop(gone, None)

    @rule(data=st.data())
    def merge_by_mistake(self, data: st.DataObject) -> None:
        """What is taken back at once leaves every council what it owed and was asked."""
        gone = data.draw(st.sampled_from(sorted(self.councils)))
        was = of_councils(self.current)
        if self.act(Merged(on=self.day, ceased=(gone,), code="GM9777", name="Nergens")):
            back = {"report": "herindeling", "owner": "Nergens"}
            assert self.act(Corrected(on=self.day, reason=MISTAKE, **back)), "stuck"
            assert of_councils(self.current) == was

    @rule(days=st.integers(-30, 90), step=st.sampled_from(["horen", "vaststelling", "verzending"]))
    def move(self, days: int, step: str) -> None:
        with suppress(GehoordError):
            to = self.day + timedelta(days=days)
            move(self.register, "klein", step, to, "er is meer tijd nodig", self.day)

    @rule(data=st.data(), days=st.integers(1, 60))
    def give_one_council_longer(self, data: st.DataObject, days: int) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        until = self.day + timedelta(days=days)
        why = "de raad vergadert pas later"
        report = RespiteGiven(on=self.day, municipality=council, until=until, reason=why)
        if self.act(report):
            assert self.adopted is None, "longer to answer about an adopted plan"
            assert council in self.asked, "longer to answer what was not asked"
            adoption = self.current.plan["vaststelling"]
            assert until <= adoption.due_on, "to answer after the adoption (art. 38b lid 2)"

    @rule(data=st.data(), days=st.integers(0, 90))
    def reserve_time(self, data: st.DataObject, days: int) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        day = self.day + timedelta(days=days)
        if self.act(TimeReserved(on=self.day, municipality=council, day=day)):
            assert self.adopted is None, "time for a plan that is adopted"
            assert self.heard.get(council) != self.asked.get(council, 0), "of who was heard"
            state = self.current
            hearing = state.hearing_of(state.municipality(council).code)
            assert hearing.meeting_on == day
            assert not hearing.is_settled, "reserved is not heard (art. 38b lid 2)"

    @rule(data=st.data(), days=st.integers(0, 90), question=st.sampled_from(list(RequestKind)))
    def ask_the_adviser(self, data: st.DataObject, days: int, question: RequestKind) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        until = self.day + timedelta(days=days) if question is RequestKind.RESPITE else None
        report = Requested(
            on=self.day, who=council, question=question, until=until, text="wij komen er niet uit"
        )
        before = as_it_reads(self.current)
        if self.act(report):
            after = as_it_reads(self.current)
            assert {**after, "requests": before["requests"]} == before, "asking changed more"

    @rule(reference=st.sampled_from(["2027/1", "2027/2", "-"]))
    def give_the_letterhead(self, reference: str) -> None:
        before = as_it_reads(self.current)
        if self.act(LetterheadGiven(on=self.day, reference=reference)):
            after = as_it_reads(self.current)
            assert {**after, "dossier": before["dossier"]} == before, "a line changed more"

    @rule(text=st.sampled_from(["Dit zijn onze woorden.", "Uiterlijk [laatste dag].", "[x]"]))
    def say_it_otherwise(self, text: str) -> None:
        before = as_it_reads(self.current)
        report = LetterReworded(
            on=self.day, letter=Letter.PROCESS, passage=Passage.PLANNING, text=text
        )
        if self.act(report):
            assert text != "[x]", "a placeholder that names no fact"
            after = as_it_reads(self.current)
            assert {**after, "own_words": before["own_words"]} == before, "words changed more"

    @rule(reply=st.sampled_from(list(Reply)), number=st.integers(1, 4))
    def answer_who_asked(self, reply: Reply, number: int) -> None:
        report = RequestAnswered(on=self.day, request=f"{number}", reply=reply, text="dit is het")
        if self.act(report) and reply is Reply.GRANTED:
            [asked] = self.current.requests.where(number=number)
            assert asked.question is RequestKind.OTHER, "a committee, or a day, granted in words"

    @rule()
    def look_around(self) -> None:
        look(self.register, "klein", self.day)

    @rule(step=st.sampled_from(["horen", "vaststelling", "akkoord", "verzending", "definitief"]))
    def call_it_done(self, step: str) -> None:
        self.act(StepDone(on=self.day, step=step))

    @rule(step=st.sampled_from([*NEVER_LAPSE, "advies", "themas", "verwerking", "definitief"]))
    def let_it_lapse(self, step: str) -> None:
        lapsed = self.act(StepLapsed(on=self.day, step=step, reason="wij doen het dit keer niet"))
        may_lapse = step == "akkoord" and self.ontwerp in self.unagreed
        assert not (lapsed and step in NEVER_LAPSE and not may_lapse), f"'{step}' lapsed"

    @rule(step=st.sampled_from(["advies", "themas", "verwerking", "verzending"]))
    def take_back(self, step: str) -> None:
        self.act(Corrected(on=self.day, step=step, reason="dit was een vergissing"))

    @rule(what=st.sampled_from(["ontwerp", "definitief", "akkoord", "vaststelling", *LIFTED]))
    def take_back_what_was_decided(self, what: str) -> None:
        named = {"code": what} if what in LIFTED else {"step": what}
        if what == "akkoord":  # by its step what lapsed would go first
            named = {"report": what, "owner": "alle"}
        newest = self.made[-1:]
        if not self.act(Corrected(on=self.day, reason=MISTAKE, **named)):
            return
        if what in LIFTED:
            del self.reasons[max(n for n, (code, _) in enumerate(self.reasons) if code == what)]
        elif what == "vaststelling":
            assert self.adopted is not None, "nothing was adopted"
            self.adopted = None
        else:
            assert self.adopted is None, "the adoption rests on it"
            self.take_back_a_draft(what, newest)

    def take_back_a_draft(self, what: str, newest: list[tuple[int, frozenset[Part]]]) -> None:
        """Keep in the model that an agreement, or the newest version, was taken back or came up."""
        if what == "akkoord":
            is_given = {c for c in CLIENTS_THAT_AGREE if (c, self.ontwerp) in self.agreed}
            assert not is_given or self.ontwerp not in self.asked.values(), "the ontwerp left"
            self.agreed -= {(client, self.ontwerp) for client in is_given}
        elif newest and bool(newest[0][0]) is (what == "ontwerp"):
            self.made.pop()
            number = newest[0][0]
            assert self.ontwerp == number or number not in self.asked.values(), "it was asked"

    @rule(data=st.data())
    def record_by_mistake(self, data: st.DataObject) -> None:
        """What is recorded and taken back at once leaves all as it was."""
        report, back = data.draw(st.sampled_from(self.mistakes()))
        was = as_it_reads(self.current)
        if self.act(report):
            assert self.act(Corrected(on=self.day, reason=MISTAKE, **back)), report
            assert as_it_reads(self.current) == was, report

    def mistakes(self) -> list[tuple[Any, dict[str, Any]]]:
        on, council = self.day, min(self.councils)
        right = {"hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
        alone = {"hoofdofficier": True}
        return [
            (VersionMade(on=on, step="definitief"), {"step": "definitief"}),
            (
                SurveyAnswered(on=on, municipality=council, priorities=("Jeugd",)),
                {"report": "lokale-prioriteiten", "owner": council},
            ),
            (VersionMade(on=on, step="ontwerp", contains=tuple(PARTS)), {"step": "ontwerp"}),
            (
                Agreed(on=on, client="hoofdofficier"),
                {"report": "akkoord", "owner": "hoofdofficier"},
            ),
            *(
                []
                if self.asked
                else [(ThemesChosen(on=on, themes=("Zorg",)), {"report": "themas"})]
            ),
            (heard(council, on), {"step": "horen", "owner": council}),
            (Adopted(on=on, basis="39-1", **right), {"report": "vaststelling"}),
            (Adopted(on=on, basis="39-2", **alone), {"report": "vaststelling"}),
            *self.prepared_by_mistake(),
        ]

    @rule(
        code=st.sampled_from([*LIFTED, "raad-niet-gehoord", "deel-ontbreekt"]),
        by=st.sampled_from(["regioburgemeester", "regioburgemeester", "adviseur", "korpschef"]),
        step=st.sampled_from([None, "horen", "vaststelling", "verzending"]),
    )
    def give_a_reason(self, code: str, by: str, step: str | None = None) -> None:
        report = ReasonGiven(
            on=self.day, by=by, code=code, ground="wij vinden dat het zo kan", step=step
        )
        if not self.act(report):
            return
        assert code in LIFTED, f"a reason for '{code}', which a statute blocks"
        assert by == "regioburgemeester", f"a reason of the {by}"
        helps = code != "verzonden-voor-akkoord" or step in (None, "verzending")
        self.reasons.append((code, self.ontwerp if helps else 0))

    def say_why_it_goes_so_fast(self) -> None:
        """Let the regioburgemeester give the reasons that practice asks before the adoption."""
        for code, step in HASTE:
            self.give_a_reason(code, "regioburgemeester", step)

    @precondition(lambda self: self.is_extension)
    @rule(hoofdofficier=st.sampled_from([True, True, False]), with_ground=st.booleans())
    def extend(self, hoofdofficier: bool, with_ground: bool) -> None:
        """Let people extend the plan before it without hearing anybody."""
        if with_ground:
            self.give_a_reason("verlenging", "regioburgemeester")
            self.say_why_it_goes_so_fast()
        self.make_definitive(PARTS)
        self.adopt("39-1", hoofdofficier, True, "rbop")

    @rule()
    def decide_a_difference(self) -> None:
        """Let the regioburgemeester put a difference to the minister, who decides it (lid 3)."""
        put = DifferencePut(on=self.day, text="over de wijkagenten in Hoorn")
        decided = DifferenceDecided(on=self.day, text="Hoorn krijgt er twee bij")
        if self.act(put) and self.act(decided):
            self.is_decided = True

    @rule()
    def correct_the_wording(self) -> None:
        """Let people correct the words of the ontwerp: it stays the one that is heard."""
        why = "drie spelfouten en een dubbele zin"
        if self.act(VersionMade(on=self.day, step="ontwerp", wording=why)):
            number = self.ontwerp
            parts = next(parts for made, parts in self.made if made == number)
            self.made.append((number, parts))

    @rule(
        basis=st.sampled_from(["39-1", "39-1", "39-2", "39-3"]),
        hoofdofficier=st.sampled_from([True, True, False]),
        everybody=st.sampled_from([True, True, False]),
        body=st.sampled_from(["rbop", "rbop", "v10", None]),
    )
    def adopt(self, basis: Any, hoofdofficier: bool, everybody: bool, body: str | None) -> None:
        report = Adopted(
            on=self.day,
            basis=basis,
            hoofdofficier=hoofdofficier,
            burgemeesters="alle" if everybody else (),
            body=body,
        )
        content = self.content()
        if self.act(report):
            assert self.adopted is None, "adopted twice"
            self.adopted = report
            self.check_assents(report, content)
            Procedure.adoptions += 1
            self.check_adoption(report)

    def check_adoption(self, report: Adopted) -> None:
        if self.ontwerp or self.asked:
            self.check_hearing()
        else:
            assert self.extends_the_same, "no ontwerp"
            assert self.has_ground, "extended without a recorded ground"
            Procedure.extensions += 1
        assert self.final == PARTS, (
            "adopted without sterkteverdeling or wijkagenten (art. 39 lid 1)"
        )
        assert report.body != "v10", "adopted by a delegation"
        if report.basis == "39-3":
            assert self.is_decided, "the minister decided no difference (art. 39 lid 3)"
            return
        if report.basis == "39-1" and self.all_agreed(self.content()):
            return
        assert report.hoofdofficier, "adopted without the hoofdofficier"
        if report.basis == "39-1":
            assert report.burgemeesters == "alle" or len(self.councils) == 1

    def check_hearing(self) -> None:
        assert self.ontwerp, "no ontwerp"
        unheard = {c for c in self.councils if self.unheard(c)}
        assert not unheard, f"adopted while {unheard} was not heard on the ontwerp (art. 38b lid 2)"
        waiting = [z.name for z in self.current.zienswijzen if z.awaits_disposition]
        is_reasoned = any(code == UNANSWERED for code, _ in self.reasons)
        assert not waiting or is_reasoned, f"adopted while {waiting} has no answer"

    @invariant()
    def is_one_step_further(self) -> None:
        Procedure.steps += 1

    @invariant()
    def the_register_agrees_with_its_journal(self) -> None:
        if self.adopted is None:
            return
        with self.register.reading() as reader:
            state: State = state_of(reader, "klein")
            assert verify(reader, "klein").faults == ()
        assert len(state.besluiten_on(BesluitKind.ADOPTION)) == 1


def of_councils(state: State) -> dict[str, Any]:
    """Return what each council that is there was asked, said and owes."""
    living = {m.code: m.name for m in state.living}
    hearings = [h for h in state.hearings if h.municipality in living]
    said = [(h.name, h.state, h.version, h.invited_on, h.heard_on, h.answer) for h in hearings]
    owed = {(a.id, a.due_on) for a in state.open_actions() if a.municipality in living}
    return {"living": living, "hearings": said, "owed": owed}
