# SPDX-License-Identifier: EUPL-1.2
"""What is filled in of the kinds of report that end the hearing, adopt the plan and follow it."""

from datetime import timedelta

from gehoord.domain.dossier.assents import assents_of, open_conditions
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.uitvoering import consultations
from gehoord.domain.proposal.stage import Stage
from tests.engine.filled import Filled, Started, Told, texts, years
from tests.engine.two_dossiers import OLDER, Days


def adopted_by_the_regioburgemeester(days: Days) -> tuple[Told, ...]:
    return (
        Filled(
            "geen-antwoord",
            OLDER,
            {
                "Welke gemeenten?": ["Texel"],
                "Reden": "Zeven weken de tijd, twee keer herinnerd en een keer gebeld.",
                "Op welke dag?": days.after_hearing,
            },
            lambda state: state.hearing_of("GM0448").state is HearingState.SILENT,
        ),
        Filled(
            "opnieuw-horen",
            OLDER,
            {
                "Worden raden opnieuw gehoord?": "nee",
                "Reden": "De raden kenden de doelstellingen al uit de Veiligheidsagenda.",
                "Op welke dag?": days.adopted,
            },
            lambda state: [each.again for each in state.rehearings] == [False],
        ),
        *_who_agrees(days),
        Filled(
            "vaststelling",
            OLDER,
            {
                "Grondslag": "39-2",
                "Stelde de hoofdofficier mee vast?": True,
                "Op welke dag?": days.adopted,
            },
            lambda state: state.is_adopted,
        ),
        Filled(
            "bekendmaking",
            OLDER,
            {"Op welke dag?": days.announced, "Toelichting": "Per post aan elke burgemeester."},
            lambda state: bool(state.adoption and state.adoption.announced_on == days.announced),
        ),
        Started(Stage.ADOPTION, OLDER, "Wacht op de adviseur"),
    )


def _who_agrees(days: Days) -> tuple[Told, ...]:
    return (
        Filled(
            "instemming",
            OLDER,
            {
                "Wie zei wat?": ["Texel; aanwezig; stemt niet in"],
                "Waren alle anderen aanwezig, en stemmen zij in?": True,
                "Op welke dag?": days.adopted,
            },
            lambda state: [one.name for one in assents_of(state).lacking] == ["Texel"],
        ),
        Filled(
            "voorwaarde",
            OLDER,
            {
                "Wie stelt haar?": "RBOP",
                "Wat is de voorwaarde?": "de begroting is er",
                "Wie kan haar wegnemen?": "korpschef",
                "Op welke dag?": days.adopted,
            },
            lambda state: len(open_conditions(state)) == 1,
        ),
        Filled(
            "voorwaarde-weg",
            OLDER,
            {
                "Welke voorwaarde?": "1 (de begroting is er)",
                "Hoe is zij weggenomen?": "De begroting is op tijd vastgesteld.",
                "Wie legt dit vast?": "korpschef",
                "Op welke dag?": days.adopted,
            },
            lambda state: open_conditions(state) == [],
        ),
    )


def afterwards(days: Days) -> tuple[Told, ...]:
    return (
        Filled(
            "onderdeel",
            OLDER,
            {
                "Stelde de hoofdofficier mee vast?": True,
                "Stelden alle burgemeesters mee vast?": True,
                "Op welke dag?": days.announced,
            },
            lambda state: bool(state.besluiten_on(BesluitKind.PART)),
        ),
        Filled(
            "beroep",
            OLDER,
            {
                "Van wie?": "Hoorn",
                "Gepost op": days.announced + timedelta(days=20),
                "Tekst": "De sterkte is ongelijk verdeeld.",
                "Op welke dag?": days.announced + timedelta(days=22),
            },
            lambda state: [a.name for a in state.appeals] == ["Hoorn"],
        ),
        Filled(
            "beroep-vervolg",
            OLDER,
            {
                "Van wie?": "Hoorn",
                "Wat gebeurde er met het beroep?": "deels gegrond",
                "Op welke dag?": days.announced + timedelta(days=60),
            },
            lambda state: not any(appeal.is_open for appeal in state.appeals),
        ),
        Filled(
            "wijziging",
            OLDER,
            {"Grondslag": "beroep", "Op welke dag?": days.announced + timedelta(days=70)},
            lambda state: state.is_finished("aanpassen-beroep-gm0405"),
        ),
        Filled(
            "aanwijzing",
            OLDER,
            {
                "Tekst": "Neem het landelijke doel over cybercrime op.",
                "Wanneer is de regioburgemeester gehoord?": days.announced + timedelta(days=80),
                "Op welke dag?": days.announced + timedelta(days=90),
            },
            lambda state: bool(state.besluiten_on(BesluitKind.INSTRUCTION)),
        ),
        Filled(
            "prioriteit",
            OLDER,
            {
                "Welk thema krijgt voorrang?": ["Cybercrime"],
                "Ten koste van welk thema?": ["Jeugd"],
                "Reden": "De aangiften van cybercrime zijn verdubbeld.",
                "Stelde de hoofdofficier mee vast?": True,
                "Stelden alle burgemeesters mee vast?": True,
                "Op welke dag?": days.announced + timedelta(days=100),
            },
            lambda state: texts(state, BesluitKind.PRIORITY) == ["Ondermijning\nCybercrime"],
        ),
    )


def over_past_year(days: Days) -> tuple[Told, ...]:
    return (
        Filled(
            "verschil",
            OLDER,
            {"Tekst": "Zij verschillen over het cijfer van de wijkagenten.", "Jaar": days.year},
            lambda state: years(state, BesluitKind.DIFFERENCE) == [days.year],
        ),
        Filled(
            "beslissing-verschil",
            OLDER,
            {"Tekst": "Het cijfer van de korpschef geldt.", "Jaar": days.year},
            lambda state: years(state, BesluitKind.DIFFERENCE_DECIDED) == [days.year],
        ),
        Filled(
            "jaarverslag",
            OLDER,
            {"Jaar": days.year, "Grondslag": "39-3"},
            lambda state: state.jaarverslag(days.year) is not None,
        ),
        Filled(
            "uitvoeringsplan-concept",
            OLDER,
            {
                "Jaar": days.year,
                "Welk thema?": "Cybercrime",
                "Heeft u het zelf al verstuurd?": True,
            },
            lambda state: len(consultations(state, days.year, "Cybercrime")) == 1,
        ),
        Filled(
            "uitvoeringsplan",
            OLDER,
            {
                "Jaar": days.year,
                "Welk thema?": "Cybercrime",
                "Overleg": "rbop",
                "Reden": "Alle burgemeesters waren bij de bespreking.",
            },
            lambda state: years(state, BesluitKind.UITVOERINGSPLAN) == [days.year],
        ),
        Started(Stage.ACCOUNT, OLDER, "Wacht op de regioburgemeester, de adviseur en het RBOP"),
    )
