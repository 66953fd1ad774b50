# SPDX-License-Identifier: EUPL-1.2
"""Words that begin a sentence or a demand, and are no name of a person: a closed list.

A word that is a common surname too (Klein, Groot, Bakker) is not in it, be it ordinary or not.
"""

from typing import Final

ORDINARY: Final = frozenset(
    """
    aan aandacht aangezien aanpak achter advies afspraken agenten al alle alleen als anders
    benoem beperk beschrijf besteed betere betrek bevorder bied bij binnen blijf breng daar
    daarbij daarnaast daarom dan dat de den deze die dit doe door dus echter een eerst eigen elk
    elke en er ervoor extra flexibele geef geen gemeenten gericht gezien graag handhaaf
    handhaving heb hebben heeft heldere het hier hoe hoewel hou houd hun ieder iedere in indien
    informeer ingaan intensief inzet is ja jaarlijks jeugd kan kies kijk kunnen laat leg let
    maak maar maatregelen meer men met minder minimaal moet moeten mogelijk na naar naast nadruk
    nee neem nergens niet nieuwe noch noem nog nooit nu of om omdat onder ondermijning
    ondersteun ondersteuning onderzoek ons onvoldoende onze ook op opnemen opsporing over overal
    overleg per politie prioriteit raadsleden regel reserveer samen samenwerking schrap sinds
    snellere soms spreek stel sterkere te tegen ten ter terug tijdens toch toezicht tot tussen
    uit uitbreiding vaker van vanaf vanuit vast veel verbeter verdeel verduidelijk vergroot
    verhoog verkeer verlaag verminder versterk versterking vertel vervolgens vind voldoende
    volgens voor vooral voordat voorkom voorkomen vraag waak waar waarom wanneer wat we weinig
    welke werk wie wij wijkagenten wil worden wordt zal ze zeker zet zichtbaarheid zichtbare zie
    zij zijn zo zoals zodat zodra zonder zorg zorgvuldige zou zouden zowel zullen
    """.split()  # noqa: SIM905, read as a text
)
BEGINS_NAME: Final = frozenset("al de den der het in te ten ter van".split())  # noqa: SIM905
"""Those of them with which a surname may begin: De Vries, In 't Veld, Ten Have."""
