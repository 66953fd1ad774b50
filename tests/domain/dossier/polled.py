# SPDX-License-Identifier: EUPL-1.2
"""The poll of S003: 91 respondents, eleven options, two columns."""

from datetime import date
from typing import Final

from gehoord.domain.acts.poll_lines import groups_in, options_in
from gehoord.domain.dossier.poll import Poll, PollStage
from gehoord.domain.dossier.theme import Theme

OPTIONS: Final = (
    "thema; Drugs; 24; 81",
    "thema; Fraude; 21; 77",
    "hefboom; Ondermijning; 26; 82",
    "thema; Uitbuiting; 20; 72",
    "hefboom; Zorg- en veiligheidsdomein; 20; 63",
    "thema; Polarisatie; 18; 61",
    "hefboom; Cybercrime; 16; 51",
    "hefboom; Gebieds- of groepsgericht; 14; 38",
    "hefboom; Informatie gestuurd werken; 12; 44",
    "thema; Overlast; 11; 47",
    "thema; Geweld; 10; 36",
)
GROUPS: Final = ("BM en OvJ", "Overall")
CSV: Final = ";;BM en OvJ;Overall\n" + "\n".join(line.replace("; ", ";") for line in OPTIONS)

FOUR: Final = (
    Theme(
        name="Aanpak criminaliteit met een ondermijnend effect op de samenleving",
        rests_on=(
            "Thema Drugs",
            "Thema Uitbuiting",
            "deels thema fraude",
            "hefboom ondermijning",
        ),
    ),
    Theme(
        name="Versterken ketensamenwerking tussen het zorg- en veiligheidsdomein",
        rests_on=("Hefboom Zorg- en veiligheidsdomein", "deels geweld", "deels overlast"),
    ),
    Theme(
        name="Contraterrorisme en (tegengaan van) Radicalisering en Extremisme (CTER)",
        rests_on=("Thema polarisatie",),
    ),
    Theme(
        name="Aanpak cybercrime en gedigitaliseerde vormen van (vermogens)criminaliteit",
        rests_on=("deels thema fraude", "hefboom Cybercrime"),
    ),
)
"""The four priorities, each with what S003 says between brackets."""


def poll(
    options: tuple[str, ...] = OPTIONS,
    stage: PollStage = PollStage.FINAL,
    respondents: int = 91,
    number: int = 1,
) -> Poll:
    found = options_in(options)
    return Poll(
        id=f"klein/peiling/{number}",
        dossier="klein",
        number=number,
        stage=stage,
        counted_on=date(2027, 3, 1),
        respondents=respondents,
        groups=groups_in(GROUPS, 2),
        options=found,
    )
