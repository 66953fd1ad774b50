# SPDX-License-Identifier: EUPL-1.2
"""Other lines stand above and below the letters from now on."""

from collections.abc import Mapping
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.access import in_words, party_named
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import LetterheadGiven
from gehoord.domain.acts.reports_of_letters import LEAVE_OUT
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.letterhead import GivenLetterhead, Letterhead, annexes_in, once
from gehoord.domain.errors import RefusedError

_SENT: Final = " Deze bijlagen stuurt u zelf: Gehoord noemt ze alleen."


@decide.register
def letterhead_given(report: LetterheadGiven, state: State) -> Act:
    """Keep other lines for the letters that are still to be made; what is made stays as it is."""
    before = state.given_letterhead
    after = GivenLetterhead(
        lines=before.lines | report.lines,
        references=before.references | _reference(report, state),
        annexes=_annexes(report, before.annexes),
    )
    if after == before:
        raise RefusedError("Dat staat al zo in het briefhoofd.")
    kept = state.dossier.model_copy(update={"letterhead": after.as_kept})
    return Act(_said(report, state, after), Changes.replacing([(state.dossier, kept)]))


def _reference(report: LetterheadGiven, state: State) -> dict[str, str]:
    if not report.who:
        return {}
    reference = "" if report.your_reference == LEAVE_OUT else report.your_reference
    return {party_named(state, report.who): reference}


def _annexes(
    report: LetterheadGiven, before: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the annexes by letter; what is said of every letter holds for one without them too."""
    if not report.annexes:
        return dict(before)
    named = once(annex for annex in report.annexes if annex not in ("", LEAVE_OUT))
    if report.letter:
        has_some = bool(named) or "" in before
        return _without(report.letter, before) | ({str(report.letter): named} if has_some else {})
    own = {letter: annexes for letter, annexes in _without("", before).items() if annexes}
    return own | ({"": named} if named else {})


def _without(letter: str, annexes: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {each: named for each, named in annexes.items() if each != letter}


def _said(report: LetterheadGiven, state: State, after: GivenLetterhead) -> str:
    """Return which lines the next letters have, and which they have no more."""
    called = {name: Letterhead.model_fields[name].alias or name for name in report.lines}
    told = [
        f"{called[name].replace('_', ' ')}: {line or 'valt weg'}"
        for name, line in report.lines.items()
    ]
    told += [
        f"uw kenmerk van {in_words(state, key)}: {line or 'valt weg'}"
        for key, line in _reference(report, state).items()
    ]
    sent = ""
    if report.annexes:
        letter = str(report.letter or "")
        told.append(_told_annexes(letter, after.annexes))
        sent = _SENT if annexes_in(letter, after.annexes) else ""
    return f"In brieven die nog worden gemaakt: {enumeration(told)}.{sent}"


def _told_annexes(letter: str, annexes: Mapping[str, tuple[str, ...]]) -> str:
    """Return all that a letter names from now on; of every letter, also which keeps its own."""
    where = f"de brief '{letter}'" if letter else "elke brief"
    named = enumeration(list(annexes_in(letter, annexes))) or "vallen weg"
    keep = [f"'{each}'" for each in annexes if each and not letter]
    own = f" (de eigen bijlagen van {enumeration(keep)} blijven)" if keep else ""
    return f"bijlagen bij {where}: {named}{own}"
