# SPDX-License-Identifier: EUPL-1.2
"""Which characters can be set on paper: those that the fonts of our letter paper hold."""

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What a reader sees in the place of a character that cannot be set."""

_LIGATURES: Final = range(0xFB00, 0xFB07)
"""Letters that a PDF draws as one sign: who copies from it pastes them so."""
_BULLETS: Final = "\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
"""The signs before the items of a list in Word, which have no shape in another font."""
_PLAIN: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in _LIGATURES} | {
    ord(bullet): "•" for bullet in _BULLETS
}

_UNSETTABLE: Final = re.compile(
    "[^\t\n\x20-\x7e"
    "\xa0-\u0513\u0531-\u0589"  # Latin, Greek, Cyrillic, Armenian
    "\u05d0-\u05ea\u0621-\u063a\u0640-\u064a"  # Hebrew and Arabic letters, without vowel signs
    "\u1e00-\u1eff\u200c-\u2027\u2030-\u203e\u20a0-\u20bf"  # more Latin, dashes and quotes, money
    "\u2100-\u211e\u2122\u2126-\u214f\u2153-\u2184\u2190-\u23ff\u2460-\u2605"  # signs
    f"{REPLACEMENT}]"
)


def settable(text: str) -> str:
    """Return the text with every character that cannot be set replaced.

    What only looks like one sign becomes the letters it is made of, and a bullet of Word a bullet.
    A standard for archives allows no character without a shape: one emoji would stop a letter.

    >>> settable("Één eﬀect: 🙏")
    'Één effect: �'
    """
    return _UNSETTABLE.sub(REPLACEMENT, text.translate(_PLAIN))


def unsettable(text: str) -> str:
    """Return the first character that cannot be set; nothing when all can.

    >>> unsettable("Eén 🙏 🎉"), unsettable("Eén")
    ('🙏', '')
    """
    found = _UNSETTABLE.search(text.translate(_PLAIN))
    return found[0] if found else ""


def all_settable(text: str) -> str:
    """Return text as it can be set on paper: with the letters of a ligature, and plain bullets.

    Raises:
        ValueError: a character of it cannot; the sentence names it.
    """
    if odd := unsettable(text):
        shown = f"'{odd}'" if odd.isprintable() else f"dat niet te zien is (U+{ord(odd):04X})"
        raise ValueError(f"het teken {shown} kan niet op papier worden gezet; haal het weg")
    return text.translate(_PLAIN)
