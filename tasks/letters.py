"""Makes the messages of a step: the letter, the mail it goes with, and its attachments."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Attachment, Message, message_key
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    COUNCILS,
    KORPSCHEF,
    OFFICES,
    PER_MUNICIPALITY,
)
from gehoord.domain.outgoing.reminders import Reminder
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import Letter, Part, StepKind
from gehoord.law.politiewet import BASES, BASES_OF_CHANGE
from gehoord.tasks.calendars import calendar_of
from gehoord.templates.correspondence import (
    Correspondence,
    Rendered,
    late_digest,
    letter,
    moved,
    reminder,
)

_WITH_CALENDAR = (Letter.RESERVE_TIME, Letter.ONTWERP)


def notices(state: State, planned: PlannedStep, on: date) -> Iterator[Message]:
    """Yield the messages of one notice, one for each addressee."""
    step = planned.step
    if step.letter is None or step.to is None:
        return
    about = f"{state.dossier.id}/{step.id}"
    for recipient, name, address in _addressees(state, step.to):
        said = correspondence(state, on, name, planned)
        attachments = []
        if step.letter in (Letter.ONTWERP, Letter.SEND_OUT, Letter.ADOPTION):
            attachments += _document(state, ontwerp=step.letter is Letter.ONTWERP)
        if step.letter in _WITH_CALENDAR:
            attachments.append(_calendar(state, recipient))
        rendered = letter(step.letter, said)
        yield _message(
            state, about, f"brief {step.letter}", recipient, address, rendered, attachments, on
        )


def reminders(state: State, due: list[Reminder], on: date) -> Iterator[Message]:
    """Yield the message of each reminder; what has no griffie goes to the adviser."""
    for item in due:
        action = item.action
        municipality = next(
            (m for m in state.municipalities if m.code == action.municipality), None
        )
        name = municipality.name if municipality else action.owner_name
        rendered = reminder(
            correspondence(state, on, name, to=_party(state, action)),
            action=action.title,
            owner=action.owner_name,
            due=action.due_in_words,
            days_left=item.days_left,
            hearing=action.kind is StepKind.HEARING,
        )
        address = ""
        if item.to_griffie and municipality:
            address = municipality.griffie_address or ""
        about, occasion, recipient = item.key.split("|")
        attachments = [_calendar(state, recipient)] if item.to_griffie else []
        yield _message(state, about, occasion, recipient, address, rendered, attachments, on)


def _party(state: State, action: Action) -> str:
    """Return who reads a mail about an action: the office, or the sort of office it stands for."""
    return state.proposal.step(action.step).owner if action.municipality else action.owner


def digest_of_late(state: State, on: date) -> Iterator[Message]:
    """Yield one message to the adviser for each day on which something became late."""
    late = sorted(
        (a for a in state.open_actions() if a.is_late(on)), key=lambda a: (a.due_on, a.name)
    )
    if late:
        rendered = late_digest(
            correspondence(state, on, OFFICES[ADVISER]),
            late=[
                (
                    f"{a.owner_name}: {a.title}",
                    day_in_words(a.due_on) if a.names_day else a.due_in_words,
                )
                for a in late
            ],
        )
        newest = max(a.due_on for a in late)
        yield _message(
            state, state.dossier.id, f"te laat, dag {newest}", ADVISER, "", rendered, [], on
        )


def notices_of_move(
    state: State, step: str, old: dict[str, str], reason: str, on: date
) -> Iterator[Message]:
    """Yield a message to each griffie that was told another day before.

    Args:
        state: the dossier after the move.
        step: the step that was moved.
        old: the former day in words, by id of the action.
        reason: why it was moved.
        on: the day of the move.
    """
    for action in state.open_actions():
        if action.id not in old or action.municipality is None:
            continue
        municipality = state.municipality(action.municipality)
        rendered = moved(
            correspondence(state, on, municipality.name),
            action=action.title,
            old=old[action.id],
            new=action.due_in_words,
            reason=reason,
        )
        occasion = f"verplaatst {step}, {action.sequence}"
        calendar = _calendar(state, municipality.code)
        address = municipality.griffie_address or ""
        yield _message(
            state, action.id, occasion, municipality.code, address, rendered, [calendar], on
        )


def notices_of_change(state: State, besluit: Besluit, on: date) -> Iterator[Message]:
    """Yield to every council and the korpschef that the adopted plan was changed, and why.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40 (a change needs no new consent).
    """
    ground = BASES_OF_CHANGE[besluit.basis]
    number = next(v.number for v in state.versions if v.id == besluit.version)
    note = (
        f"Het beleidsplan is op {day_in_words(besluit.taken_on)} gewijzigd, op grond van "
        f"{_CHANGED_BY[besluit.basis]} ({ground}). Daarvoor is geen nieuwe instemming nodig.\n\n"
        f"{besluit.text}"
    )
    for to in (COUNCILS, KORPSCHEF):
        for recipient, name, address in _addressees(state, to):
            said = replace(
                correspondence(state, on, name, to=to),
                title_of_step="het vastgestelde plan is gewijzigd",
                is_change=True,
                note=note,
                adoption="",
                respond_by="",
                treatment="",
                sending="",
            )
            rendered = letter(Letter.NOTE, said)
            attachments = _document(state, ontwerp=False)
            about = f"{state.dossier.id}/wijziging"
            occasion = f"brief {Letter.NOTE}, versie {number}"
            yield _message(state, about, occasion, recipient, address, rendered, attachments, on)


_CHANGED_BY = {
    "aanwijzing": "een aanwijzing van de minister",
    "beroep": "een beslissing van de minister op beroep",
}


def correspondence(
    state: State, on: date, recipient: str, planned: PlannedStep | None = None, to: str = ""
) -> Correspondence:
    """Return what letters and mails of a dossier may say to one recipient on one day."""
    proposal, plan = state.proposal, state.plan
    hearing = plan[proposal.hearing.id] if proposal.hearing else None
    adoption = plan[proposal.adoption.id] if proposal.adoption else None
    sending = next((p for p in plan.steps if p.step.letter is Letter.ONTWERP), None)
    treatment = next((p for p in plan.steps if p.step.treats_in_council), None)
    ontwerp, besluit, themes = state.ontwerp, state.adoption, state.themes()
    period = proposal.beleidsplan
    return Correspondence(
        on=on,
        plan=proposal.title,
        title=period.name,
        eenheid=state.dossier.eenheid_name,
        period=f"{day_in_words(period.start)} tot en met {day_in_words(period.end)}",
        councils=len(state.living),
        recipient=recipient,
        to=(planned.step.to or "") if planned else to,
        adoption=adoption.due_in_words if adoption else "",
        respond_by=hearing.due_in_words if hearing else "",
        treatment=_window_in_words(treatment) if treatment else "",
        sending=sending.due_in_words if sending else "",
        version=_version_in_words(ontwerp.completeness) if ontwerp else "het ontwerp",
        themes=tuple(themes.text.split("\n")) if themes else (),
        themes_on=day_in_words(themes.taken_on) if themes else "",
        missing_parts=tuple(str(p) for p in Part if ontwerp and p not in ontwerp.contains),
        has_document=bool(ontwerp and ontwerp.document),
        adopted_on=day_in_words(besluit.taken_on) if besluit else "",
        basis=str(BASES[besluit.basis]) if besluit else "",
        heard=sum(h.state is HearingState.HEARD for h in state.hearings),
        undisposed=sum(not z.disposition for z in state.zienswijzen),
        silent=tuple(h.name for h in state.hearings if h.state is HearingState.SILENT),
        title_of_step=planned.step.title if planned else "",
        note=planned.step.note if planned and planned.step.letter is Letter.NOTE else "",
    )


def _addressees(state: State, to: str) -> Iterator[tuple[str, str, str]]:
    """Yield key, name and address of each party behind an addressee."""
    if to in PER_MUNICIPALITY:
        for m in state.living:
            if to == BURGEMEESTERS:
                yield f"{to} {m.code}", m.name, ""
            else:
                yield m.code, m.name, m.griffie_address or ""
        return
    party = state.eenheid.party(to)
    yield to, party.name if party else OFFICES.get(to, to), ""


def _message(
    state: State,
    about: str,
    occasion: str,
    recipient: str,
    address: str,
    rendered: Rendered,
    attachments: list[Attachment],
    on: date,
) -> Message:
    if rendered.letter:
        attachments = [
            Attachment(name="brief.html", media_type="text/html", content=rendered.letter),
            *attachments,
        ]
    return Message(
        id=message_key(about, occasion, recipient),
        dossier=state.dossier.id,
        occasion=occasion,
        recipient=recipient,
        address=address,
        subject=rendered.subject,
        body=rendered.mail,
        attachments=tuple(attachments),
        created_on=on,
    )


def _document(state: State, *, ontwerp: bool) -> list[Attachment]:
    version = state.ontwerp if ontwerp else state.final
    if version is None or version.document is None:
        return []
    return [
        Attachment(
            name="ontwerp" if ontwerp else "beleidsplan",
            media_type="application/octet-stream",
            document=version.document,
        )
    ]


def _calendar(state: State, owner: str) -> Attachment:
    content = calendar_of(state, owner).decode()
    return Attachment(name="agenda.ics", media_type="text/calendar", content=content)


def _window_in_words(planned: PlannedStep) -> str:
    if not planned.names_day:
        return planned.due_in_words
    if planned.first_is_rough:
        return planned.words.removeprefix("van ")
    if (
        planned.words
        and planned.precision is Precision.WINDOW
        and not planned.words.startswith("van ")
    ):
        return planned.words
    if planned.span.days == 1:
        return day_in_words(planned.due_on)
    return f"{day_in_words(planned.span.start)} tot en met {day_in_words(planned.due_on)}"


def _version_in_words(completeness: int | None) -> str:
    return f"het ontwerp (versie {completeness}%)" if completeness else "het ontwerp"
