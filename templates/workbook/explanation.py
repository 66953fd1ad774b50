# SPDX-License-Identifier: EUPL-1.2
"""The first tab of a workbook: how it is filled in, in plain Dutch."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.state import State


def explanation(state: State, on: date) -> tuple[str, ...]:
    """Return the lines that explain the workbook of a dossier; the first is its title."""
    return (
        state.dossier.title,
        f"Dossier '{state.id}', zoals het in het register stond op {day_in_words(on)}.",
        "",
        "Zo vult u dit bestand in",
        "1. Vul alleen de witte cellen in. De grijze kolommen zijn om te lezen.",
        "2. Kies een antwoord uit de lijst in de cel. Schrijf een dag als 16-9-2027.",
        "3. Laat leeg wat u niet weet. Wat u niet verandert, blijft zoals het is.",
        "4. Lever het in op uw pagina van de balie, onder Werkblad. U ziet eerst wat er zou "
        "veranderen. Klopt het? Leg het daar vast.",
        f"5. Op de opdrachtregel kan het ook: gehoord workbook read {state.id} BESTAND, en daarna "
        "met --apply.",
        "Klopt er iets niet, dan wordt er niets vastgelegd en hoort u per cel wat er mis is.",
        *_TABS,
        *_GOOD_TO_KNOW,
    )


_TABS: Final = (
    "",
    "Raden",
    "Vul per raad het antwoord in en de dag waarop de raad het ontwerp behandelde.",
    "De wijze mag leeg blijven: dan is het een raadsvergadering. Alleen die telt als horen.",
    "Bij 'geen antwoord' is de dag die van uw oordeel. Schrijf op waarom de raad genoeg "
    "gelegenheid had.",
    "Een antwoord dat al vaststaat, verandert u hier niet. Kwam er iets bij, leg dat vast als "
    "aanvulling.",
    "",
    "Behandeling",
    "Vul per raad in op welke dag het ontwerp beeldvormend, oordeelsvormend en besluitvormend "
    "wordt behandeld. De dag mag nog komen.",
    "Beeldvormend en oordeelsvormend mag ook een commissie: schrijf dan op welke. Geen raad is "
    "daarmee gehoord; zijn antwoord vult u in op het blad 'Raden'.",
    "",
    "Reacties",
    "Vul bij een zienswijze of reactie in wat ermee is gedaan en op welke dag.",
    "Een nieuwe reactie zet u in een nieuwe rij onderaan: van wie, wanneer, en de tekst.",
    "",
    "Punten",
    "Splits een reactie of zienswijze: elke nieuwe rij is een punt, van wie op het blad 'Reacties' "
    "staat.",
    "Vul in waar het over gaat, en bij welke hoofdlijn het hoort. Kies daarna wat ermee is gedaan.",
    "Bij 'niet verwerkt' schrijft u waarom niet, bij 'vraag beantwoord' het antwoord.",
    "",
    "Prioriteiten",
    "Vul per gemeente haar veiligheidsprioriteiten in, een op elke regel, de belangrijkste "
    "eerst, en de dag waarop zij dat doorgaf. Is er niets veranderd, vul dan alleen een nieuwe "
    "dag in.",
    "Vul ook in wanneer de raad zijn veiligheidsplan (IVP) vaststelde, als u dat weet.",
    "",
    "Clusters",
    "Geef prioriteiten die op hetzelfde neerkomen dezelfde naam in de kolom 'Cluster'. Wat "
    "Gehoord bij 'Lijkt op' zegt, is maar een voorstel.",
    "",
    "Vaststelling",
    "Vul per burgemeester en voor de hoofdofficier in of die er was en instemt, en op welke dag.",
    "Stemt iemand in onder voorwaarde? Vul de voorwaarde in, en wie haar kan wegnemen.",
    "",
    "Adressen",
    "Verander een mailadres. Meer adressen zet u achter elkaar, met een komma ertussen.",
    "",
    "Vergaderingen",
    "Dit blad is om te lezen: de raadsvergaderingen die nog passen in de tijd om te horen.",
)
_GOOD_TO_KNOW: Final = (
    "",
    "Goed om te weten",
    "U mag rijen sorteren, filteren en weghalen, en eigen kolommen en bladen toevoegen.",
    "De laatste kolom is verborgen. Daaraan herkent Gehoord de rij: laat haar staan.",
    "Is er intussen iets vastgelegd over dezelfde rij, dan hoort u dat. Er wordt niets "
    "overschreven.",
)
