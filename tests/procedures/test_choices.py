# SPDX-License-Identifier: EUPL-1.2
"""A form offers what Gehoord ships and what lies in the folder of the adviser, and no path."""

import os
import shutil
from pathlib import Path

import pytest

from gehoord.domain.errors import ProposalError
from gehoord.procedures.choices import chosen, eenheden_in, proposals_in
from gehoord.procedures.library import eenheden, proposal_of, shipped
from tests.conftest import HERE
from tests.sentence import assert_sentence


@pytest.fixture
def own(tmp_path: Path) -> Path:
    shutil.copy(HERE / "klein.toml", tmp_path)
    shutil.copy(HERE / "klein-eenheid.toml", tmp_path / "eenheid.toml")
    for other in ("oud.verloop.toml", "brief.docx"):
        (tmp_path / other).touch()
    (tmp_path / "map.toml").mkdir()
    return tmp_path


def test_the_proposals_of_the_adviser_come_first_and_are_read_with_his_own_eenheid(
    own: Path,
) -> None:
    found = proposals_in(own)
    assert list(found) == ["klein.toml", *shipped()]
    _, eenheid, _ = proposal_of(chosen("klein.toml", found, "Het voorstel"))
    assert len(eenheid.municipalities) == 3


def test_his_own_eenheid_comes_before_those_of_the_country(own: Path) -> None:
    assert list(eenheden_in(own)) == ["eenheid.toml", *eenheden()]


def test_without_a_folder_there_is_what_gehoord_ships(tmp_path: Path) -> None:
    assert list(proposals_in(tmp_path / "plannen")) == shipped()


def test_a_name_that_no_form_can_show_is_not_offered(own: Path) -> None:
    """A name out of an old zip is no UTF-8; in the choices of a form it would hold up them all."""
    before = proposals_in(own)
    for name in (b"plan\xe9.toml", b"een\nregel.toml", b".toml", b"._klein.toml"):
        shutil.copy(HERE / "klein.toml", own / os.fsdecode(name))
    assert proposals_in(own) == before


@pytest.mark.parametrize("name", ["/etc/passwd", "../klein.toml", "klein", "eenheid.toml", ""])
def test_what_is_not_offered_is_not_opened(own: Path, name: str) -> None:
    with pytest.raises(ProposalError) as refused:
        chosen(name, proposals_in(own), "Het voorstel")
    assert_sentence(str(refused.value), f"Het voorstel '{name}' is er niet. Kies uit: klein.toml, ")
