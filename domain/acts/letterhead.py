"""Other lines stand above and below the letters from now on."""

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.access import in_words, party_named
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import LetterheadGiven
from gehoord.domain.acts.reports_of_letters import LEAVE_OUT
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.letterhead import GivenLetterhead, Letterhead
from gehoord.domain.errors import RefusedError


@decide.register
def letterhead_given(report: LetterheadGiven, state: State) -> Act:
    """Keep other lines for the letters that are still to be made; what is made stays as it is."""
    before = state.given_letterhead
    after = GivenLetterhead(
        lines=before.lines | report.lines,
        references=before.references | _reference(report, state),
        annexes={
            letter: named for letter, named in (before.annexes | _annexes(report)).items() if named
        },
    )
    if after == before:
        raise RefusedError("Dat staat al zo in het briefhoofd.")
    kept = state.dossier.model_copy(update={"letterhead": after.as_kept})
    return Act(_said(report, state), Changes.replacing([(state.dossier, kept)]))


def _reference(report: LetterheadGiven, state: State) -> dict[str, str]:
    if not report.who:
        return {}
    reference = "" if report.your_reference == LEAVE_OUT else report.your_reference
    return {party_named(state, report.who): reference}


def _annexes(report: LetterheadGiven) -> dict[str, tuple[str, ...]]:
    if not report.annexes:
        return {}
    named = tuple(annex for annex in report.annexes if annex not in ("", LEAVE_OUT))
    return {str(report.letter or ""): named}


def _said(report: LetterheadGiven, state: State) -> str:
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
    told += [_told_annexes(letter, named) for letter, named in _annexes(report).items()]
    names_some = any(_annexes(report).values())
    sent = " Deze bijlagen stuurt u zelf: Gehoord noemt ze alleen." if names_some else ""
    return f"In brieven die nog worden gemaakt: {enumeration(told)}.{sent}"


def _told_annexes(letter: str, named: tuple[str, ...]) -> str:
    where = f"de brief '{letter}'" if letter else "elke brief"
    return f"bijlagen bij {where}: {enumeration(list(named)) or 'vallen weg'}"
