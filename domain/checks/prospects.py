# SPDX-License-Identifier: EUPL-1.2
"""Which councils drift towards an answer that comes too late, while something can still be done?"""

from collections.abc import Iterable, Iterator

from gehoord.calendar.dutch import by_letters, counted, day_in_words, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, some
from gehoord.domain.dossier.outlook import Outlook, Prospect
from gehoord.domain.dossier.reservations import meetings_too_late
from gehoord.domain.finding import Severity
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()


@CHECKS.add(
    "raad-dreigt-te-laat",
    Severity.WARN,
    mistake=10,
    also=(11,),
    article=CAREFUL_PREPARATION,
    practice="een raad vergadert besluitvormend eens in de vier of vijf weken, en vormt daarvoor "
    "eerst een oordeel",
    remedy="Vraag de griffie het ontwerp te agenderen en lever de stukken op tijd. Past er geen "
    "vergadering meer, vraag dan om een andere (Gemeentewet, art. 17), of geef de raad uitstel.",
)
def council_drifts(case: Case) -> Iterator[Observation]:
    """No chain of meetings fits a council any more, or only the last while it named no day."""
    if case.hearing is None:
        return
    told = _told_otherwise(case)
    found = [o for o in case.outlooks if o.hearing.municipality not in told]
    for prospect, what in _WHAT.items():
        of_it = [each for each in found if each.prospect is prospect]
        if of_it:
            yield (case.hearing.id,), f"{what}: de raad van {_named(of_it)}."


@CHECKS.add(
    "vergaderdag-onbekend",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    practice="een raad doet buiten het reces zes tot tien weken over een hele behandeling",
    remedy="Vraag de griffie op welke dag de raad het ontwerp behandelt, en meld dat (gehoord "
    "record reservering), of lees zijn vergaderagenda in.",
)
def nobody_knows_when(case: Case) -> Iterator[Observation]:
    """A council has less than a full pass left, and it is not known when it meets about it."""
    if case.hearing is None or case.on is None:
        return
    unknown = [each for each in case.outlooks if each.prospect is Prospect.UNKNOWN]
    short = [each for each in unknown if each.full_pass_by and case.on > each.full_pass_by]
    if names := [each.hearing.name for each in short]:
        yield (
            (case.hearing.id,),
            "Niet bekend is wanneer het ontwerp wordt behandeld door de raad van "
            f"{some(sorted(names, key=by_letters))}, terwijl er geen zes raadsweken meer zijn.",
        )


def _told_otherwise(case: Case) -> set[str]:
    """Return the councils of which another check says what is wrong with their meetings."""
    if case.state is None:
        return set()
    late = {h.municipality for h, _ in meetings_too_late(case.state, case.state.hearings)}
    return late | {m.code for m in case.first_meetings.without_meeting(case.plan)}


def _named(found: Iterable[Outlook]) -> str:
    ordered = sorted(found, key=lambda each: by_letters(each.hearing.name))
    shown, rest = ordered[:MOST_NAMES], len(ordered) - MOST_NAMES
    more = [f"nog {counted(rest, 'raad', 'raden')}"] if rest > 0 else []
    return enumeration([*(f"{o.hearing.name} ({_still(o)})" for o in shown), *more])


def _still(outlook: Outlook) -> str:
    """Return which meeting is still possible, and until when papers can be delivered for it."""
    if outlook.meeting is None:
        return "geen vergadering past meer"
    papers = outlook.deliver_by
    until = f", stukken uiterlijk {day_in_words(papers)}" if papers else ""
    return f"nog mogelijk {day_in_words(outlook.meeting)}{until}"


_WHAT = {
    Prospect.DRIFTING: "Dreigt te laat te antwoorden",
    Prospect.LAST_CHANCE: "Noemde nog geen dag, terwijl de laatste vergadering die past dichtbij "
    "komt",
}
