# SPDX-License-Identifier: EUPL-1.2
"""A procesvoorstel: how one unit will run one procedure."""

from collections.abc import Iterable, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Self

from pydantic import Field, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.offset import Offset
from gehoord.calendar.written import AtMeeting, UnreadableDateError, read
from gehoord.domain.eenheid.eenheid import Eenheid, Identifier, Municipality, Name
from gehoord.domain.eenheid.lidwoord import Lidwoord, in_sentence, known_lidwoord
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import Day, Frozen
from gehoord.domain.nearby import unknown
from gehoord.domain.proposal.commission import Commission
from gehoord.domain.proposal.explanation import Explanation
from gehoord.domain.proposal.reminders import Reminders
from gehoord.domain.proposal.reported_as import refuse_unfit_report
from gehoord.domain.proposal.starting_points import StartingPoints
from gehoord.domain.proposal.step import Step, StepKind, When, Window
from gehoord.domain.proposal.strength import Strength


class Extension(Frozen):
    """That the plan extends an earlier one: which, on what ground, and whether it says the same."""

    plan: Name
    ground: Name = Field(alias="grond")
    same_content: bool = Field(alias="inhoud_gelijk")
    decided_on: Day = Field(alias="besloten_op")


class Beleidsplan(Frozen):
    """The plan that is to be adopted and the period it covers, both days included.

    ``lidwoord_given`` is what its name has before it, if that does not follow from the name.
    """

    name: Name = Field(alias="naam")
    lidwoord_given: Lidwoord | None = Field(None, alias="lidwoord")
    start: Day = Field(alias="van")
    end: Day = Field(alias="tot_en_met")
    strength: Strength | None = Field(None, alias="sterkte")
    previous_adopted_on: Day | None = Field(None, alias="vorige_vaststelling")
    previous_ends_on: Day | None = Field(None, alias="vorige_tot_en_met")
    extension: Extension | None = Field(None, alias="verlenging")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError(
                "het beleidsplan eindigt voordat het begint; draai 'van' en 'tot_en_met' om"
            )
        return self

    @property
    def lidwoord(self) -> Lidwoord:
        """What its name has before it in a sentence; a plan whose name tells nothing takes het."""
        return self.lidwoord_given or known_lidwoord(self.name) or Lidwoord.HET

    @property
    def in_sentence(self) -> str:
        """Its name with the word before it."""
        return in_sentence(self.name, self.lidwoord)


class Proposal(Frozen):
    """The proposal as its TOML file gives it, whole and consistent in itself.

    ``designation`` is how letters name what it is about, if its title does not do.
    """

    title: Name = Field(alias="titel")
    designation: Name | None = Field(None, alias="aanduiding")
    eenheid: Identifier
    written_on: Day = Field(alias="opgesteld_op")
    reference_date: Day = Field(alias="peildatum")
    beleidsplan: Beleidsplan
    reminders: Reminders = Field(Reminders(), alias="herinneringen")
    commission: Commission = Field(Commission(), alias="opdracht")
    explanation: Explanation = Field(Explanation(), alias="uitleg")
    starting_points: StartingPoints = Field(StartingPoints(), alias="uitgangspunten")
    steps: tuple[Step, ...] = Field(alias="stap", min_length=1)

    @model_validator(mode="after")
    def _steps_fit_together(self) -> Self:
        ids = [step.id for step in self.steps]
        if double := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"stap '{double[0]}' staat er twee keer; geef er een een andere id")
        for step in self.steps:
            refuse_unfit_report(step)
            for key, named in (("na", step.after), ("vervangen_door", (step.replaced_by,))):
                for other in named:
                    if other and other not in ids:
                        raise ValueError(
                            f"stap '{step.id}' noemt bij '{key}' de stap '{other}', "
                            "maar die bestaat niet; verbeter de naam of voeg de stap toe"
                        )
            for anchor in _anchors(step):
                if anchor not in ids:
                    raise ValueError(
                        f"stap '{step.id}' rekent vanaf '{anchor}', maar die stap bestaat niet; "
                        "verbeter de naam of voeg de stap toe"
                    )
        self.starting_points.refuse_other_than(ids)
        for kind, key in ((StepKind.ADOPTION, "vaststelling"), (StepKind.HEARING, "horen")):
            if len([s for s in self.steps if s.kind is kind]) > 1:
                raise ValueError(f"er zijn twee stappen van soort '{key}'; houd er een over")
        self._refuse_cycle()
        return self

    def _refuse_cycle(self) -> None:
        # "8 weken voor X" needs the day of X while X may rest on it: the order of the steps and
        # the order in which their days are found are two graphs. Neither may run in a circle.
        for key, edges in (
            ("na", {step.id: set(step.after) for step in self.steps}),
            ("wanneer", {step.id: _anchors(step) for step in self.steps}),
        ):
            try:
                TopologicalSorter(edges).prepare()
            except CycleError as error:
                circle = " -> ".join(f"'{i}'" for i in reversed(error.args[1]))
                raise ValueError(
                    f"de stappen wachten bij '{key}' in een kring op elkaar: {circle}; "
                    "haal een van deze verwijzingen weg"
                ) from None

    @property
    def in_sentence(self) -> str:
        """What it is about as a sentence names it: ``het IMV 2028-2031``.

        A title of two plans has two words before it, so that only a designation can do; without
        one the name of the beleidsplan is said.
        """
        if self.designation:
            return self.designation
        if " en " in self.title:
            return self.beleidsplan.in_sentence
        return in_sentence(self.title, known_lidwoord(self.title) or self.beleidsplan.lidwoord)

    def step(self, identifier: str) -> Step:
        """Return one step.

        Raises:
            ProposalError: the proposal has no such step.
        """
        for step in self.steps:
            if step.id == identifier:
                return step
        names = [step.id for step in self.steps]
        raise ProposalError(unknown(f"Stap '{identifier}' bestaat niet", identifier, names))

    def of_kind(self, kind: StepKind) -> tuple[Step, ...]:
        """Return the steps of one kind that have not lapsed or been replaced by another."""
        return tuple(s for s in self.steps if s.kind is kind and s.stands)

    @property
    def adoption(self) -> Step | None:
        """The step in which the beleidsplan is adopted."""
        return next(iter(self.of_kind(StepKind.ADOPTION)), None)

    @property
    def hearing(self) -> Step | None:
        """The step in which the councils are heard."""
        return next(iter(self.of_kind(StepKind.HEARING)), None)

    @property
    def most_themes(self) -> int | None:
        """How many themes the plan has at most; nothing when the proposal does not say so."""
        if self.starting_points.most_themes:
            return self.starting_points.most_themes
        return next((s.chooses for s in self.steps if s.chooses_themes and s.chooses), None)

    def municipalities(self, eenheid: Eenheid) -> tuple[Municipality, ...]:
        """Return the frozen set: the municipalities of the unit on the reference date."""
        return eenheid.municipalities_on(self.reference_date)

    def fixed(self, identifier: str, when: Window | When) -> "Proposal":
        """Return this proposal with one step on given days, whatever it was counted from."""
        return self.with_days({identifier: when})

    def with_days(self, given: Mapping[str, Window | When]) -> "Proposal":
        """Return this proposal with these steps on given days; the other steps stay the same."""
        steps = tuple(
            step.model_copy(update={"when": given[step.id], "not_before": None, "not_after": None})
            if step.id in given
            else step
            for step in self.steps
        )
        return self.model_copy(update={"steps": steps})

    def with_steps(self, more: Iterable[Step]) -> "Proposal":
        """Return this proposal with more steps after its own."""
        return self.model_copy(update={"steps": (*self.steps, *more)})

    def moved(self, identifier: str, to: date) -> "Proposal":
        """Return this proposal with ``to`` as the last day of one step; its first day stays.

        Raises:
            ProposalError: there is no such step, or Gehoord does not know the year.
        """
        step = self.step(identifier)
        try:
            day = read(to)
        except UnreadableDateError as error:
            raise ProposalError(str(error)) from None
        when = Window(start=step.when.start, end=day) if isinstance(step.when, Window) else day
        return self.fixed(identifier, when)

    def refuse_unknown_owners(self, eenheid: Eenheid) -> None:
        """Check every owner and addressee against the unit.

        Raises:
            ProposalError: the proposal is of another unit, or names a party the unit lacks.
        """
        if self.eenheid != eenheid.id:
            raise ProposalError(
                f"Dit voorstel is van eenheid '{self.eenheid}', niet van '{eenheid.id}'. "
                "Verbeter 'eenheid' of zet de goede eenheid.toml naast het voorstel."
            )
        for step in self.steps:
            for key, party in (("actiehouder", step.owner), *(("aan", to) for to in step.to)):
                if not eenheid.knows(party):
                    raise ProposalError(
                        f"Stap '{step.id}': eenheid '{eenheid.id}' kent '{party}' niet ('{key}'). "
                        "Verbeter de naam of voeg de partij toe aan eenheid.toml."
                    )
        if not self.municipalities(eenheid):
            raise ProposalError(
                f"Op de peildatum {day_in_words(self.reference_date)} heeft '{eenheid.id}' geen "
                "gemeenten. Verbeter de peildatum."
            )


def _anchors(step: Step) -> set[str]:
    written = [step.not_before, step.not_after]
    written += [step.when.start, step.when.end] if isinstance(step.when, Window) else [step.when]
    return {w.anchor for w in written if isinstance(w, (Offset, AtMeeting)) and w.anchor}
