# SPDX-License-Identifier: EUPL-1.2
"""What a document came with, in words that tell it from every other."""

from collections.abc import Mapping

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze


def filed_in_words(filed: Filed, who: Mapping[str, str]) -> str:
    """Return what it is, of whom and of which day; and when it was withdrawn.

    Args:
        filed: what came with a document, or is to get one.
        who: the name of everybody who decides, by their key.
    """
    said = filter(None, [_in_words(filed, who), filed.withdrawal_in_words])
    return ". ".join(said)


def _in_words(filed: Filed, who: Mapping[str, str]) -> str:
    match filed:
        case DraftVersion():
            said = filter(None, [f"Versie {filed.called}", filed.filing_in_words])
            return ". ".join(said)
        case Zienswijze():
            day = day_in_words(filed.received_on)
            return f"Antwoord van de raad van {filed.name}: {filed.answer}, {day}"
        case Response():
            return f"Reactie van {filed.sender}, {day_in_words(filed.received_on)}"
        case Besluit():
            what = f"{filed.kind} {filed.year or ''}".strip()
            by = who.get(filed.by, filed.by)
            return f"Besluit ({what}) van {by}, {day_in_words(filed.taken_on)}"
        case StrengthTable():
            return f"Sterkteverdeling {filed.called}"
        case LocalPriorities():
            return f"Lokale prioriteiten van {filed.name}, {day_in_words(filed.given_on)}"
        case SafetyPicture():
            return f"Veiligheidsbeeld van {filed.maker}, {day_in_words(filed.made_on)}"
    return "Ander stuk"
