# SPDX-License-Identifier: EUPL-1.2
"""What was recorded of the first half, in the words of a line on a card."""

from collections.abc import Iterable
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.uitvoering import plan_in_words, theme_of
from gehoord.domain.outgoing.happened import PreparedFact
from gehoord.domain.outgoing.preparation import highest

_MOST: Final = 10
"""Names in one line; pages and the workbook have them all."""


def fact_in_words(fact: PreparedFact) -> str:
    """Return what was recorded."""
    match fact:
        case Poll():
            who = counted(fact.respondents, "respondent", "respondenten")
            top = f"; bovenaan {highest(fact.ranking())}" if fact.options else ""
            return f"{called(fact)}, {who}{top}"
        case CandidateList() | LocalPriorities() | SafetyPicture() | BodyChoice():
            return f"{called(fact)}: {_several(_names(fact))}"
        case Besluit(kind=BesluitKind.UITVOERINGSPLAN):
            return f"{called(fact)} vastgesteld"
        case Besluit():
            return f"{called(fact)}: {_themes(fact)}"
        case StrengthTable():
            fte, wijkagenten = map(fte_in_words, (fact.eenheid.totaal, fact.wijkagenten))
            return f"{called(fact)}: {fte} fte, waarvan {wijkagenten} wijkagent"
        case Circulation():
            return f"{called(fact)}{_until(fact)}: {_several(one.name for one in fact.sent_to)}"


def _themes(besluit: Besluit) -> str:
    chosen = _several([theme.name for theme in besluit.chosen_themes])
    explored = _several([theme.name for theme in besluit.explored_themes])
    also = f"; nog verkend: {explored}" if explored else ""
    return f"{chosen or 'nog geen'}{also}"


def called(fact: PreparedFact) -> str:
    """Return which thing of the first half it is."""
    match fact:
        case Poll():
            return f"telling van de peiling ({fact.stage})"
        case CandidateList():
            return f"lijst van {counted(len(fact.names), 'kandidaat', 'kandidaten')}"
        case BodyChoice():
            return f"keuze van {fact.by_name}"
        case SafetyPicture():
            return f"veiligheidsbeeld van {fact.maker}"
        case Besluit():
            return _called_besluit(fact)
        case LocalPriorities():
            again = ", niet veranderd" * fact.is_unchanged
            return f"prioriteiten van {fact.name}{again}"
        case StrengthTable():
            return fact.in_words
        case Circulation():
            return "concept ter lezing gestuurd"


def _called_besluit(besluit: Besluit) -> str:
    if besluit.kind is BesluitKind.UITVOERINGSPLAN:
        return plan_in_words(besluit.year or 0, theme_of(besluit))
    return "gekozen thema's"


def _names(fact: CandidateList | LocalPriorities | SafetyPicture | BodyChoice) -> tuple[str, ...]:
    match fact:
        case CandidateList():
            return fact.names
        case LocalPriorities():
            return fact.priorities
        case SafetyPicture():
            return fact.themes
        case BodyChoice():
            return fact.chosen


def _until(circulation: Circulation) -> str:
    day = circulation.respond_by
    return f", reageren tot en met {day_in_words(day)}" if day else ""


def _several(names: Iterable[str]) -> str:
    """Return names in one line, no more than ten of them; a name may hold a comma."""
    all_of_them = list(names)
    more = len(all_of_them) - _MOST
    return "; ".join([*all_of_them[:_MOST], *([f"en nog {more}"] if more > 0 else [])])
