# SPDX-License-Identifier: EUPL-1.2
"""What is not known, or not certain, of the unit itself?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "eenheid-onvolledig",
    Severity.WARN,
    mistake=None,
    practice="geen bron noemt haar overleggen en adressen",
    remedy="Vul eenheid.toml aan met wat u weet, en haal dan de regel bij 'onbekend' weg.",
    in_dossier="Leg de mailadressen van de griffies vast (gehoord record adres); de rest staat in "
    "dit dossier vast.",
)
def eenheid_incomplete(case: Case) -> Iterator[Observation]:
    """The file of the unit says itself what nobody has filled in yet."""
    for remark in case.eenheid.remarks:
        yield (), remark


@CHECKS.add(
    "vakantieregio-onzeker",
    Severity.WARN,
    mistake=10,
    practice="Regeling vaststelling schoolvakanties 2016-2019, art. 3 en 7",
    remedy="Vraag deze griffies wanneer hun raad reces heeft, en vul 'reces' in in eenheid.toml.",
    in_dossier="Vraag deze griffies wanneer hun raad reces heeft, en houd daar zelf rekening mee.",
)
def holidays_in_doubt(case: Case) -> Iterator[Observation]:
    """A council may have other school holidays than those of the region it is counted with."""
    if case.hearing is None or case.is_done(case.hearing):
        return
    if doubts := _doubts(case):
        told = [f"voor {enumeration(names)} met {doubt}" for doubt, names in doubts.items()]
        yield (case.hearing.id,), f"Gehoord rekent {'; '.join(told)}."


def _doubts(case: Case) -> dict[str, list[str]]:
    """Return in Dutch why holidays are not certain, each with the councils that it is about."""
    doubtful = {m.code: m for m in case.eenheid.municipalities if m.holidays_doubt and not m.recess}
    doubts: dict[str, list[str]] = {}
    for council in case.councils if doubtful else ():
        if m := doubtful.get(council.code):
            doubt = f"regio {council.holiday_region}, maar {m.holidays_doubt}"
            doubts.setdefault(doubt, []).append(council.name)
    return doubts
