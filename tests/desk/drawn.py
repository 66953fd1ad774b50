# SPDX-License-Identifier: EUPL-1.2
"""The contrast of a drawing with what it stands on, which axe-core cannot tell."""

from typing import Any


def drawn_contrasts(page: Any, selector: str, paint: str) -> list[float]:
    """Return the contrast of each shape with the tile it stands in, or with the page.

    Args:
        page: in a browser.
        selector: of the shapes.
        paint: ``fill`` or ``stroke``.
    """
    found: list[float] = page.evaluate(
        """([selector, paint]) => {
            const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
            const light = c => numbers(c).slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = getComputedStyle(document.body).backgroundColor;
            const behind = e => {
                const tile = e.closest('.tegel');
                return tile && e.tagName !== 'rect'
                    ? getComputedStyle(tile.querySelector('rect')).fill : ground;
            };
            return [...document.querySelectorAll(selector)]
                .map(e => [light(getComputedStyle(e)[paint]), light(behind(e))])
                .map(pair => pair.sort((a, b) => b - a))
                .map(([high, low]) => (high + 0.05) / (low + 0.05));
        }""",
        [selector, paint],
    )
    return found
