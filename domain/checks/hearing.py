"""Is every council heard on the ontwerp before the plan is adopted?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid import COUNCILS
from gehoord.domain.finding import Severity
from gehoord.domain.step import Letter, Part, StepKind
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS

CHECKS = Checks()


@CHECKS.add(
    "raad-niet-gehoord",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    remedy="Voeg een stap van soort 'horen' toe, voor de vaststelling.",
)
def no_hearing(case: Case) -> Iterator[Observation]:
    """Adoption without a hearing of every council."""
    if case.adoption and not case.hearing:
        yield (case.adoption.id,), "Het plan wordt vastgesteld zonder dat de raden zijn gehoord."


@CHECKS.add(
    "horen-na-vaststelling",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    remedy="Laat het horen eindigen voor de dag van de vaststelling.",
)
def hearing_too_late(case: Case) -> Iterator[Observation]:
    """The hearing ends on or after the day of adoption."""
    if case.hearing and case.adoption and case.hearing.due_on >= case.adoption.span.start:
        yield (
            (case.hearing.id, case.adoption.id),
            f"Het horen duurt tot en met {day_in_words(case.hearing.due_on)}, "
            f"maar de vaststelling is al op {day_in_words(case.adoption.span.start)}.",
        )


@CHECKS.add(
    "ontwerp-ontbreekt",
    Severity.BLOCK,
    mistake=3,
    article=HEAR_COUNCILS,
    remedy="Voeg een stap van soort 'versie' toe met ontwerp = true, voor het horen.",
)
def no_ontwerp(case: Case) -> Iterator[Observation]:
    """Councils are heard, but on no ontwerp."""
    if case.hearing and not any(v.step.is_ontwerp for v in case.of_kind(StepKind.VERSION)):
        yield (
            (case.hearing.id,),
            "De raden worden gehoord, maar er is geen versie die het ontwerp is.",
        )


@CHECKS.add(
    "ontwerp-niet-verzonden",
    Severity.BLOCK,
    mistake=1,
    article=HEAR_COUNCILS,
    remedy='Voeg een stap van soort \'bericht\' toe met brief = "ontwerp" en aan = "raden".',
)
def ontwerp_not_sent(case: Case) -> Iterator[Observation]:
    """Councils are heard, but nothing brings them the ontwerp."""
    if case.hearing and not any(
        n.step.letter is Letter.ONTWERP and n.step.to == COUNCILS
        for n in case.of_kind(StepKind.NOTICE)
    ):
        yield (case.hearing.id,), "De raden worden gehoord, maar het ontwerp wordt niet verzonden."


@CHECKS.add(
    "verzonden-voor-akkoord",
    Severity.BLOCK,
    mistake=7,
    article=ADOPT,
    remedy="Laat beide opdrachtgevers akkoord geven voordat het ontwerp wordt verzonden.",
)
def sent_before_agreement(case: Case) -> Iterator[Observation]:
    """The ontwerp leaves before the clients agreed, or without their agreement."""
    agreements = case.of_kind(StepKind.AGREEMENT)
    for notice in case.of_kind(StepKind.NOTICE):
        if notice.step.letter is not Letter.ONTWERP:
            continue
        if not agreements:
            yield (notice.id,), "Het ontwerp wordt verzonden zonder akkoord van de opdrachtgevers."
        for agreement in agreements:
            if agreement.step.when and agreement.due_on > notice.due_on:
                yield (
                    (notice.id, agreement.id),
                    f"Het ontwerp wordt verzonden op {day_in_words(notice.due_on)}, maar het "
                    f"akkoord komt pas op {day_in_words(agreement.due_on)}.",
                )


@CHECKS.add(
    "deel-ontbreekt-in-ontwerp",
    Severity.WARN,
    mistake=4,
    article=ADOPT,
    remedy="Neem het deel op in het ontwerp, of meld de raden wanneer het volgt.",
)
def part_missing_in_ontwerp(case: Case) -> Iterator[Observation]:
    """A part that the law asks for is not in the version that is heard."""
    for version in case.of_kind(StepKind.VERSION):
        missing = [p for p in Part if p not in version.step.contains]
        if version.step.is_ontwerp and missing:
            yield (version.id,), f"In het ontwerp ontbreekt: {', '.join(missing)}."
