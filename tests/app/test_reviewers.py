# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record meelezers --bestand`: who read along, from a file as people have it."""

from pathlib import Path

import pytest

from tests.app.conftest import Gehoord

LINE = ("record", "meelezers", "klein")


def test_the_readers_of_a_file_are_kept_and_its_other_columns_are_not_read(
    opened: Gehoord, folder: Path
) -> None:
    rows = "Organisatie;Contact;E-mail\nGGD;J. de Vries;ggd@ggd.example\n;;\nReclassering;;\n"
    (folder / "lezers.csv").write_text(rows, encoding="utf-8")
    done = opened(*LINE, "--bestand", "lezers.csv")
    assert (done.code, done.err) == (0, "")
    assert "2 meelezers erbij." in done.out
    kept = b"".join(file.read_bytes() for file in (folder / "var").rglob("*") if file.is_file())
    assert b"ggd@ggd.example" in kept
    assert b"Vries" not in kept


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GGD;ggd@ggd.example\n", ("Rij 1", "Naam", "Mailadres")),
        (b"Naam;Mailadres\n", ("Rij 2", "nog niemand")),
        (
            b"Naam;Mail\nGGD;geen\nOM;a@b.example\nom;c@d.example\n",
            ("Rij 2 (GGD): 'geen' is geen e-mail", "Rij 4"),
        ),
        (b"Naam;Mail\n;ggd@ggd.example\n", ("Rij 2: vul de naam in",)),
        (b"PK\x03\x04niets", ("is beschadigd",)),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_nobody_is_kept(
    opened: Gehoord, folder: Path, content: bytes, words: tuple[str, ...]
) -> None:
    (folder / "fout.csv").write_bytes(content)
    done = opened(*LINE, "--bestand", "fout.csv")
    assert (done.code, done.out) == (2, "")
    assert all(word in done.err for word in words), done.err


def test_a_file_and_readers_that_were_typed_do_not_go_together(
    opened: Gehoord, folder: Path
) -> None:
    (folder / "lezers.csv").write_text("Naam;Mail\nGGD;g@g.example\n", encoding="utf-8")
    done = opened(*LINE, "--bestand", "lezers.csv", "--meelezer", "OM")
    assert (done.code, "niet allebei" in done.err) == (2, True)
    assert "noem ten minste een meelezer" in opened(*LINE).err
