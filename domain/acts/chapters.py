# SPDX-License-Identifier: EUPL-1.2
"""What a version still lacks is promised to follow: an action with a day, kept or late."""

import hashlib
import re
import unicodedata
from collections import Counter
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.next_steps import coming, going
from gehoord.domain.acts.report import ChapterPromised, Corrected
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.chapter_to_follow import ChapterToFollow
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

_LONGEST: Final = 30
"""Characters of a chapter in the name of its step."""


@decide.register
def chapter_promised(report: ChapterPromised, state: State) -> Act:
    """Keep that a chapter of the newest version follows: the adviser owes it from now on."""
    version = _open_version(state)
    if report.on < version.made_on:
        raise RefusedError(
            f"'{version.title}' is van {day_in_words(version.made_on)}. Verbeter de dag.",
            field="op",
        )
    if report.follows_by and report.follows_by < report.on:
        raise RefusedError(
            f"{day_in_words(report.follows_by)} is al voorbij. Noem een dag die nog komt.",
            field="uiterlijk",
        )
    chapter = ChapterToFollow(
        chapter=report.chapter,
        stands=report.stands,
        to=report.to,
        follows_by=report.follows_by,
        step=_name_of_step(version, report),
    )
    _refuse_twice(version, chapter)
    after = version.model_copy(update={"follows": (*version.follows, chapter)})
    changes = Changes.replacing([(version, after)])
    changes += coming(state.after(changes), [_step(version, chapter)], report.on)
    return Act(
        f"Toegezegd bij versie {version.number}: {chapter.chapter} volgt {chapter.when}, aan "
        f"{chapter.to}.{_untold(version, chapter)}",
        changes,
    )


def _untold(version: DraftVersion, chapter: ChapterToFollow) -> str:
    """Return that the letter to the councils says nothing of it: only what is promised to them."""
    if chapter.is_for_councils or not version.is_ontwerp:
        return ""
    return " In de brief aan de raden staat dit niet. Moet dat wel, noem dan 'de raden'."


def promise_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a chapter follows, while it was not sent on yet."""
    refuse_after_adoption(state)
    chapter = _named(state, report.whose)
    if state.is_finished(chapter.step):
        raise RefusedError(
            f"{chapter.chapter} is al nagestuurd, of dat is vervallen. Neem dat eerst terug (stap "
            f"'{chapter.step}').",
            field="actiehouder",
        )
    changes = Changes.replacing((v, _without(v, chapter)) for v in standing(state.versions))
    changes += going(state.after(changes), [chapter.step], report.on)
    return Act(f"Teruggenomen: de toezegging over {chapter.chapter}.", changes)


def promised_no_more(state: State, version: DraftVersion) -> list[str]:
    """Return the steps that go once a version was taken back: what no other version promises.

    What was sent on already, stays done.
    """
    others = {each.step for v in standing(state.versions) for each in v.follows}
    steps = (each.step for each in version.follows if each.step not in others)
    return [step for step in steps if state.owed(step)]


def promised_chapters(state: State) -> list[str]:
    """Return how people name the chapters that follow a version, whichever that was."""
    return list(_by_name(state))


def _by_name(state: State) -> dict[str, ChapterToFollow]:
    """Return what was promised by how people name it: by its chapter.

    Of a chapter that several await the reader tells them apart. Of what was promised to the same
    reader more than once it is what is still owed, and else the newest.
    """
    made = sorted(standing(state.versions), key=lambda version: version.number)
    promised = {each.step: each for version in made for each in version.follows}.values()
    owed_last = sorted(promised, key=lambda each: not state.is_finished(each.step))
    found = {(folded(each.chapter), folded(each.to)): each for each in owed_last}
    readers = Counter(chapter for chapter, _ in found)
    return {
        each.chapter if readers[chapter] == 1 else f"{each.chapter}, aan {each.to}": each
        for (chapter, _), each in found.items()
    }


def _without(version: DraftVersion, chapter: ChapterToFollow) -> DraftVersion:
    """Return a version that does not promise a chapter; one with better words promised it too."""
    left = tuple(each for each in version.follows if each.step != chapter.step)
    return version.model_copy(update={"follows": left})


def _open_version(state: State) -> DraftVersion:
    if state.is_adopted:
        raise RefusedError(
            "Het plan is al vastgesteld. Wat daarna verandert, legt u vast als 'wijziging' of "
            "'prioriteit'."
        )
    if state.final is None:
        raise RefusedError("Er is nog geen versie van het plan. Leg die eerst vast (versie).")
    return state.final


def _refuse_twice(version: DraftVersion, chapter: ChapterToFollow) -> None:
    for other in version.follows:
        if other.step == chapter.step:
            raise RefusedError(
                f"Dit is al toegezegd: {other.in_words}. Wordt het een andere dag, verplaats dan "
                f"de stap '{other.step}'.",
                field="hoofdstuk",
            )


def _named(state: State, said: str) -> ChapterToFollow:
    """Return the promise that people mean: by its name, or the only one there is."""
    known = _by_name(state)
    if not known:
        raise RefusedError("Bij geen enkele versie is iets toegezegd.")
    wanted = folded(said)
    exact = [each for name, each in known.items() if folded(name) == wanted]
    alike = {n: each for n, each in known.items() if wanted in ("", folded(each.chapter))}
    found = exact or list(alike.values())
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError(
            f"Noem het hoofdstuk (actiehouder, --wie): {'; '.join(alike)}.", field="actiehouder"
        )
    raise RefusedError(unknown(f"Over '{said}' is niets toegezegd", said, known))


def _name_of_step(version: DraftVersion, report: ChapterPromised) -> str:
    """Return a name that says what it is about, and that no other chapter or reader shares."""
    bare = unicodedata.normalize("NFKD", report.chapter.casefold())
    words = re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode())
    whole = f"{folded(report.chapter)} {folded(report.to)}"
    mark = hashlib.sha256(whole.encode()).hexdigest()[:4]
    parts = ["nasturen-versie", f"{version.number}", words[:_LONGEST].strip("-"), mark]
    return "-".join(filter(None, parts))


def _step(version: DraftVersion, chapter: ChapterToFollow) -> Written:
    day = {"wanneer": chapter.follows_by.isoformat()} if chapter.follows_by else {}
    until = "zolang de raden kunnen antwoorden" if chapter.is_statutory else "voor de vaststelling"
    undated = "" if day else f" Zonder dag toegezegd: het hoort er te zijn {until}."
    return {
        **day,
        "id": chapter.step,
        "titel": f"{chapter.chapter} nasturen aan {chapter.to}",
        "fase": (Stage.HEARING if version.is_ontwerp else Stage.DRAFTS).value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
        "toelichting": f"Toegezegd bij versie {version.number}, waarin het "
        f"{'voorlopig is' if chapter.stands == 'voorlopig' else 'ontbreekt'}.{undated}",
    }
