# SPDX-License-Identifier: EUPL-1.2
"""The proposals of `tests/cases`, each judged as it stands or with something changed."""

from typing import Final

from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from tests.conftest import HERE

CASES: Final = HERE / "cases"


def text_of(name: str, *changes: tuple[str, str]) -> str:
    """Return a case with each old text, which must be there, made new."""
    text = (CASES / f"{name}.toml").read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def unit(regions: tuple[str, ...] = (), recess: str = "") -> str:
    """Return the small unit: its councils in these holiday regions, the first with this recess."""
    text = (CASES / "eenheid.toml").read_text()
    for name, region in zip(("Deurne", "Land van Cuijk"), regions, strict=False):
        line = f'naam = "{name}"\n'
        text = text.replace(line, f'{line}vakantieregio = "{region}"\n', 1)
    if recess:
        text = text.replace('naam = "Deurne"\n', f'naam = "Deurne"\nreces = [{recess}]\n', 1)
    return text


def case_of(name: str, *changes: tuple[str, str], eenheid: str = "") -> Case:
    return Case.of(
        read_toml(Proposal, text_of(name, *changes).encode(), f"{name}.toml"),
        read_toml(Eenheid, (eenheid or unit()).encode(), "eenheid.toml"),
    )


def judged_with(
    name: str, *changes: tuple[str, str], regions: tuple[str, ...] = (), recess: str = ""
) -> list[Finding]:
    return findings(case_of(name, *changes, eenheid=unit(regions, recess)))
