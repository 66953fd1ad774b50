# SPDX-License-Identifier: EUPL-1.2
"""`gehoord learned`: how long earlier procedures took, and how they kept to their plans."""

from datetime import date
from typing import Annotated, Any

import typer
from sqlalchemy.exc import SQLAlchemyError

from gehoord.app.arguments import AsJson
from gehoord.app.output import complain
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import NoRegisterError, register
from gehoord.calendar.dutch import counted
from gehoord.domain.errors import GehoordError
from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.practice import CouncilAnswers, Instance, KeptPlan, Practice
from gehoord.domain.learned.spread import Spread
from gehoord.procedures.library import eenheid_named
from gehoord.tasks.practice import practice_in
from gehoord.templates.sources import explained


def learned(
    eenheid: Annotated[
        str | None,
        typer.Argument(metavar="EENHEID", help="Alleen van deze eenheid; anders van alle."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Toon hoe lang eerdere procedures duurden, en hoe goed hun planning klopte."""
    practice = known_practice()
    if eenheid is not None:
        practice = practice.of(eenheid_named(eenheid).id)
    if json:
        _show_as_json(practice)
    else:
        _show(practice)


def known_practice() -> Practice:
    """Return what every earlier procedure tells, also where there is no register yet."""
    try:
        where = register()
    except NoRegisterError:
        return practice_in(None)
    with where.reading() as reader:
        return practice_in(reader)


def practice_before(plan_starts_on: date) -> Practice:
    """Return what is earlier than a plan; a register that cannot be read stands in no one's way."""
    try:
        practice = known_practice()
    except (GehoordError, OSError, SQLAlchemyError) as error:
        complain(f"Eerdere dossiers tellen nu niet mee: het register is niet te lezen ({error}).")
        practice = practice_in(None)
    return practice.before(plan_starts_on)


def _show(practice: Practice) -> None:
    if not practice.courses:
        say("Van eerdere procedures is hier niets bekend.", *_left_out(practice))
        return
    number = len(practice.courses)
    say(
        f"Wat {counted(number, 'eerdere procedure leert', 'eerdere procedures leren')}. Dit is "
        "ervaring en geen voorschrift."
    )
    known = {leg: practice.instances(leg) for leg in Leg}
    _show_legs(known)
    if kept := practice.kept_plans():
        say("", "Hoe goed de planning klopte, in dagen na (of met een min: voor) de geplande dag:")
        table(_STEPS, [_kept_row(each) for each in kept])
    _show_councils(practice.councils())
    say("", *_left_out(practice))
    if sources := explained(each.leg.source for found in known.values() for each in found):
        say(sources)


def _show_legs(known: dict[Leg, list[Instance]]) -> None:
    if rows := [row for found in known.values() for row in _leg_rows(found)]:
        say("", "Hoe lang het duurde:")
        table(_LEGS, rows)


_LEGS = ("Van en tot", "Zaken", "Procedure", "Gepland", "Duurde", "Verschil", "Bron")
_STEPS = ("Fase", "Soort", "Stappen", "Op tijd", "Later", "Eerder", "Midden", "Laatste")
_COUNCILS = ("Raad", "Zaken", "Langste", "In")


def _leg_rows(found: list[Instance]) -> list[tuple[str, ...]]:
    return [
        (
            instance.leg.leg.in_words,
            str(len(found)),
            instance.course.title,
            instance.leg.planned.in_words if instance.leg.planned else "niet bekend",
            instance.leg.actual.in_words if instance.leg.actual else "niet bekend",
            _days(instance.leg.difference),
            instance.leg.source,
        )
        for instance in found
    ]


def _days(difference: int | None) -> str:
    return "" if difference is None else f"{difference:+d}" if difference else "0"


def _kept_row(kept: KeptPlan) -> tuple[str, ...]:
    later, earlier = sum(o > 0 for o in kept.offs), sum(o < 0 for o in kept.offs)
    number = len(kept.offs)
    spread = Spread.of(kept.offs)
    counts = (number, number - later - earlier, later, earlier, spread.middle, spread.most)
    return (kept.stage, kept.kind, *map(str, counts))


def _show_councils(councils: list[CouncilAnswers]) -> None:
    if not councils:
        say("", "Van geen raad staat in stukken of in het register wanneer hij antwoordde.")
        return
    spread = Spread.of(answer.days for each in councils for _, answer in each.answers)
    answers = counted(spread.number, "antwoord", "antwoorden")
    say(
        "",
        f"Hoe lang raden nodig hadden, vanaf de dag dat zij het ontwerp kregen: {answers}, "
        f"midden {spread.middle} dagen, van {spread.least} tot {spread.most}.",
    )
    table(_COUNCILS, [_council_row(each) for each in councils])


def _council_row(each: CouncilAnswers) -> tuple[str, ...]:
    titles = ", ".join(course.title for course, _ in each.answers)
    return each.council, str(len(each.answers)), counted(each.longest, "dag", "dagen"), titles


def _left_out(practice: Practice) -> list[str]:
    """Return in Dutch what does not count, and why."""
    said = []
    if practice.undated:
        steps = counted(practice.undated, "stap telt", "stappen tellen")
        said.append(f"{steps} niet mee: geen stuk noemt een dag waarop dat is gedaan.")
    if practice.unmeasured:
        of = counted(practice.unmeasured, "stap is", "stappen is")
        said.append(
            f"Van {of} de dag bekend, maar geen planning van daarvoor; daar is geen verschil te "
            "meten."
        )
    if practice.exercises:
        dossiers = counted(practice.exercises, "oefening telt", "oefeningen tellen")
        said.append(f"{dossiers} niet mee: wat is geoefend, is niet gebeurd.")
    return said


def _show_as_json(practice: Practice) -> None:
    """Print the documented JSON shape."""
    as_json(
        {
            "legs": [_leg(leg, found) for leg in Leg if (found := practice.instances(leg))],
            "steps": [_kept(each) for each in practice.kept_plans()],
            "councils": [_council(each) for each in practice.councils()],
            "left_out": {
                "undated": practice.undated,
                "unplanned": practice.unmeasured,
                "exercises": practice.exercises,
            },
        }
    )


def _leg(leg: Leg, found: list[Instance]) -> dict[str, Any]:
    spread = Spread.of(instance.length.days for instance in found)
    return {
        "leg": leg,
        "text": leg.in_words,
        "cases": spread.number,
        "shortest": spread.least,
        "median": spread.middle,
        "longest": spread.most,
        "known": [_instance(instance) for instance in found],
    }


def _instance(instance: Instance) -> dict[str, Any]:
    past = instance.leg
    return {
        "procedure": instance.course.name,
        "title": instance.course.title,
        "eenheid": instance.course.eenheid,
        "planned": _length(past.planned),
        "actual": _length(past.actual),
        "difference": past.difference,
        "source": past.source,
    }


def _length(length: Length | None) -> dict[str, Any] | None:
    if length is None:
        return None
    known = {"days": length.days, "least": length.least, "most": length.most}
    return {**known, "approximate": length.is_rough}


def _kept(kept: KeptPlan) -> dict[str, Any]:
    spread = Spread.of(kept.offs)
    return {
        "stage": kept.stage,
        "kind": kept.kind,
        "cases": spread.number,
        "earliest": spread.least,
        "median": spread.middle,
        "latest": spread.most,
    }


def _council(each: CouncilAnswers) -> dict[str, Any]:
    answers = [{"procedure": c.name, "days": a.days} for c, a in each.answers]
    return {"code": each.code, "name": each.council, "answers": answers}
