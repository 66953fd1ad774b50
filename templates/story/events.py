# SPDX-License-Identifier: EUPL-1.2
"""What happened to an action, one Dutch line for each thing."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from gehoord.calendar.due import by_in_words
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.report import KINDS
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.zienswijze import Arrival
from gehoord.domain.outgoing.happened import (
    AgendaTold,
    AnswerAdded,
    AnswerWeighed,
    CameIn,
    CarriedThrough,
    CouncilAnswered,
    CouncilAsked,
    CouncilSilent,
    Dropped,
    Escalated,
    FactKept,
    FactTakenBack,
    FellLate,
    Happened,
    LettersReady,
    MailLeft,
    MailMissed,
    MailRedirected,
    MeetingDropped,
    MeetingPlanned,
    NotReached,
    OwedAgain,
    RequestClosed,
    RequestMade,
    Shifted,
    ToldLate,
)
from gehoord.templates.plain import plain
from gehoord.templates.story.facts import called as called_fact
from gehoord.templates.story.facts import fact_in_words
from gehoord.templates.story.mail import called, recipient, trial
from gehoord.templates.story.sessions import of_session
from gehoord.templates.story.story_line import INFO, LONGEST, WARNING, StoryLine

_USUAL: Final = ("adviseur", "Gehoord")
"""Who records most; of others the story says that they did."""
_WAS_PAST: Final = " Niet vooraf herinnerd: de dag was al voorbij toen het dossier werd geopend."
_TOO_LATE: Final = (
    ", na de laatste dag om te antwoorden, {last}; vraag om een eerdere vergadering, of geef "
    "uitstel (melding 'uitstel')"
)
_OLDER: Final = "(uit een oudere versie)"


def told(event: Happened, names: Mapping[str, str]) -> StoryLine:
    """Return one event as a line, with its day in front."""
    if isinstance(event.what, FellLate):
        return StoryLine(event.at, _late(event.what, event.on), WARNING)
    what = _of_upgrade(event) or _in_words(event, names)
    by = f" (vastgelegd door {plain(event.by)})" if event.by not in ("", *_USUAL) else ""
    text = plain(f"{day_in_words(event.on)}: {what.rstrip('.')}{by}.", LONGEST)
    return StoryLine(event.at, text, WARNING if _is_alarming(event) else INFO)


def _late(what: FellLate, since: date) -> str:
    return f"Te laat sinds {day_in_words(since)}.{_WAS_PAST * what.was_past}"


def _is_alarming(event: Happened) -> bool:
    match event.what:
        case NotReached() | Escalated() | MailMissed():
            return True
        case MailLeft(message):
            return message.is_reminder and _is_after_its_day(message)
        case MeetingPlanned(last=last):
            return last is not None
        case _:
            return False


def _is_after_its_day(message: Fate) -> bool:
    return message.due_on is not None and message.created_on > message.due_on


def _in_words(event: Happened, names: Mapping[str, str]) -> str:
    match event.what:
        case MailLeft(message):
            return f"{called(message)} verzonden aan {recipient(message, names)}{trial(message)}"
        case MailMissed(message, address):
            at = f" op {plain(address)}" if address else ": er is geen adres bekend"
            what = f"{called(message)} aan {recipient(message, names)} kwam niet aan{at}"
            return f"{what}; meld een adres dat werkt (melding 'adres')"
        case MailRedirected(message):
            return f"{called(message)} aan {recipient(message, names)} gaat naar een ander adres"
        case LettersReady(number):
            return f"{counted(number, 'brief', 'brieven')} klaargezet"
        case CameIn(days):
            return f"in het plan gekomen, {by_in_words(days)}"
        case _:
            return next(filter(None, (tell(event) for tell in _TELLERS)), "")


def _of_lateness(event: Happened) -> str:
    match event.what:
        case ToldLate():
            return "de adviseur weet dat het te laat is"
        case NotReached():
            return "niet herinnerd: er is geen mailadres bekend; meld een adres (melding 'adres')"
        case Escalated(to):
            return f"zo lang te laat dat het nu ook bij de {plain(to[:1].lower() + to[1:])} ligt"
        case _:
            return ""


def _of_meeting(event: Happened) -> str:
    match event.what:
        case MeetingPlanned(day, stands, last):
            planned = f"de raad vergadert op {day_in_words(day)} ({stands})"
            return f"{planned}{_TOO_LATE.format(last=last.in_words) if last else ''}"
        case MeetingDropped(day):
            said = f": {plain(event.said)}" if event.said else ""
            return f"de vergadering van de raad op {day_in_words(day)} vervalt{said}"
        case AgendaTold(item, is_off=False):
            return f"{item.kind}: {plain(item.in_words)}; de raad is daarmee niet gehoord"
        case AgendaTold(item):
            said = f": {plain(event.said)}" if event.said else ""
            return f"{item.kind} op {day_in_words(item.day)} vervalt{said}"
        case _:
            return ""


def _of_request(event: Happened) -> str:
    match event.what:
        case RequestMade(what, text):
            return f"verzoek aan de adviseur, {what}: {plain(text)}"
        case RequestClosed(what, how, answer):
            told = f": {plain(answer)}" if answer else ""
            return f"verzoek aan de adviseur, {what}, is nu {how}{told}"
        case _:
            return ""


def _of_upgrade(event: Happened) -> str:
    """Return what is said of an action that a version before this one kept in another form."""
    if event.under != "bijgewerkt":
        return ""
    match event.what:
        case CameIn(days):
            return f"overgenomen uit een oudere versie van Gehoord, {by_in_words(days)}"
        case CarriedThrough(on):
            return f"gedaan op {day_in_words(on)} {_OLDER}" if on else "was toen al gedaan"
        case Dropped(on):
            return f"vervallen op {day_in_words(on)} {_OLDER}" if on else "was toen al vervallen"
        case _:
            return ""


def _of_council_again(event: Happened) -> str:
    """Return that a council stands again as it did, since what came between was a mistake."""
    if event.under != "herstel":
        return ""
    match event.what:
        case CouncilAsked(due):
            by = f", antwoord {due.by_in_words}" if due else ""
            return f"teruggenomen; de vraag aan de raad geldt weer{by}"
        case CouncilAnswered(answer):
            return f"teruggenomen; het antwoord van de raad geldt weer: {answer}"
        case CouncilSilent():
            return "teruggenomen; dat de raad zweeg, geldt weer"
        case _:
            return ""


def _of_council(event: Happened) -> str:
    match event.what:
        case CouncilAsked(due, again):
            by = f", antwoord {due.by_in_words}" if due else ""
            return (
                f"de raad is {'opnieuw ' * again}gevraagd over het {'nieuwe ' * again}ontwerp{by}"
            )
        case CouncilAnswered(answer, is_late):
            return f"de raad is gehoord: {answer}{', na de laatste dag' * is_late}"
        case CouncilSilent(because, office):
            who = f" ({plain(office)})" if office not in ("", event.by) else ""
            why = plain(because).rstrip(".")
            return f"de raad zweeg; er was genoeg gelegenheid, omdat: {why}{who}"
        case AnswerAdded(answer, arrival):
            how = f", {arrival}" if arrival in (Arrival.LATE, Arrival.AFTER_ADOPTION) else ""
            return f"de raad vulde zijn antwoord aan: {answer}{how}"
        case AnswerWeighed(disposition):
            if not disposition:
                return "wat de raad zei, wacht weer op verwerking"
            return f"verwerking van wat de raad zei: {plain(disposition)}"
        case _:
            return ""


def _of_days(event: Happened) -> str:
    said = f": {plain(event.said)}" if event.said else ""
    match event.what:
        case Shifted():
            return _of_move(event.what, said)
        case CarriedThrough():
            return f"gedaan{_reported(event.under)}{said}"
        case Dropped():
            return f"vervallen{_reported(event.under)}{said}"
        case OwedAgain(becomes):
            how = "teruggenomen; de" if event.under == "herstel" else "de"
            now = f", nu {becomes}" if becomes else ""
            return f"{how} actie staat weer open{now}{_reported(event.under)}{said}"
        case _:
            return ""


def _of_move(move: Shifted, said: str) -> str:
    why = f": {plain(move.because)}" if move.because else said
    how = f"schuift mee met '{plain(move.along_with)}'," if move.along_with else "verplaatst"
    if any(words.startswith("van ") for words in (move.was, move.becomes)):
        return f"{how.removesuffix(',')}, eerst {move.was}, nu {move.becomes}{why}"
    return f"{how} van {move.was} naar {move.becomes}{why}"


def _reported(under: str) -> str:
    """Return by which report or stage it came, unless that is plain from the words before it."""
    if under in ("gedaan", "vervalt", "herstel"):
        return ""
    return f" (melding '{under}')" if under in KINDS else f" ({under})"


def _of_fact(event: Happened) -> str:
    match event.what:
        case FactKept(fact):
            return plain(fact_in_words(fact), LONGEST)
        case FactTakenBack(fact):
            return f"teruggenomen: {plain(called_fact(fact))}"
        case _:
            return ""


_TELLERS: Final = (
    _of_fact,
    _of_lateness,
    _of_meeting,
    _of_request,
    _of_council_again,
    _of_council,
    of_session,
    _of_days,
)
"""Each says what it knows of, and nothing of the rest."""
