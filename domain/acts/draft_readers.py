"""To whom a draft goes: who is named, else all who read along, and after that who was critical."""

from collections.abc import Sequence
from typing import NamedTuple

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.report import ReviewAsked
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.circulated import (
    circulations_of,
    critics,
    draft_in_words,
    readers_of,
    responses_to,
    version_before,
)
from gehoord.domain.dossier.circulation import SentTo
from gehoord.domain.dossier.readers import all_readers, reader_called, readers_named
from gehoord.domain.dossier.rounds_answered import perhaps_critical
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step


class MeantReaders(NamedTuple):
    """Who is to get a draft, and whether responding is free for them."""

    readers: Sequence[SentTo]
    is_voluntary: bool


def meant_readers(state: State, version: DraftVersion, report: ReviewAsked) -> MeantReaders:
    """Return who is meant: those who are named, else everybody or who was critical.

    Raises:
        RefusedError: there is nobody, or of who was critical nobody knows the address.
    """
    before = version_before(state, version)
    if report.who:
        return MeantReaders(readers_named(state, report.who), before is not None)
    if before is None:
        return MeantReaders(_everybody(state), is_voluntary=False)
    return MeantReaders(_critical(state, version, before, report), is_voluntary=True)


def _critical(
    state: State, version: DraftVersion, before: DraftVersion, report: ReviewAsked
) -> list[SentTo]:
    """Return who was critical of the version before; by mail only whom mail reaches."""
    critical = critics(state, before)
    if not critical:
        raise RefusedError(
            f"Niemand heet kritisch op {draft_in_words(before)}, dus er is niemand aan wie "
            f"{draft_in_words(version)} vanzelf gaat. Noem wie haar krijgt, of leg eerst vast wie "
            "kritisch was (melding 'houding').",
            field="wie",
        )
    found = [(name, reader_called(state, name)) for name in critical]
    nowhere = [name for name, reader in found if reader is None]
    if nowhere:
        by_hand = " (het adres mag weg, want u verstuurde het zelf)" if report.was_sent else ""
        raise RefusedError(
            f"Kritisch, maar geen meelezer met een adres: {some(nowhere)}. Geef het adres onder "
            f"die naam (melding 'meelezers'){by_hand}, of noem wie de versie wel krijgt.",
            field="wie",
        )
    return [reader for _, reader in found if reader]


def _everybody(state: State) -> list[SentTo]:
    readers = all_readers(state)
    if not readers:
        raise RefusedError(
            "Er zijn nog geen meelezers. Leg eerst vast wie meelezen (melding 'meelezers'), of "
            "noem wie de versie krijgt.",
            field="wie",
        )
    return readers


def who_lack_it(
    state: State, version: DraftVersion, step: Step, wanted: Sequence[SentTo], *, by_mail: bool
) -> list[SentTo]:
    """Return who did not get it in this step yet, at the address that is right now.

    Raises:
        RefusedError: everybody has it, or of somebody no address is known.
    """
    sent = {
        one.recipient: one for one in readers_of(state, circulations_of(state, version, step.id))
    }
    lack = [one for one in wanted if not _has_it(sent.get(one.recipient), one, by_mail=by_mail)]
    if not lack:
        raise RefusedError(f"{_all_of(wanted)} heeft {draft_in_words(version)} al.", field="wie")
    if by_mail:
        _refuse_without_address(lack)
    return lack


def _has_it(sent: SentTo | None, wanted: SentTo, *, by_mail: bool) -> bool:
    """Whether one has a draft; by mail at the address that is right now."""
    return sent is not None and (sent.address == wanted.address or not by_mail)


def _refuse_without_address(readers: Sequence[SentTo]) -> None:
    without = [one.name for one in readers if not one.address]
    if without:
        raise RefusedError(
            f"Van {some(without)} is geen mailadres bekend. Geef het (melding 'adres'), of noem "
            "alleen wie wel een adres heeft.",
            field="wie",
        )


def _all_of(wanted: Sequence[SentTo]) -> str:
    return wanted[0].name if len(wanted) == 1 else "Ieder van hen"


def unjudged_in_words(state: State, version: DraftVersion, report: ReviewAsked) -> str:
    """Return in Dutch of how many responses to the version before nobody said how they stand."""
    before = version_before(state, version)
    if before is None or report.who:
        return ""
    unjudged = [each for each in responses_to(state, before) if each.stance is None]
    if not unjudged:
        return ""
    asking = {each.id for each in perhaps_critical(state)}
    likely = [each.sender for each in unjudged if each.id in asking]
    hint = f", waaronder {some(likely)} met een wens" if likely else ""
    many = counted(len(unjudged), "reactie is", "reacties zijn")
    return f" Let op: {many} nog niet als instemmend of kritisch beoordeeld{hint}."
