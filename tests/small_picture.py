# SPDX-License-Identifier: EUPL-1.2
"""A picture of a page that is small enough to stand in the documents."""

import base64
import struct
import zlib
from typing import Any

PIXELS = """async source => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + source;
    await image.decode();
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
    paper.drawImage(image, 0, 0);
    const {data} = paper.getImageData(0, 0, image.width, image.height);
    const shade = at => Math.round(data[at] / 51);
    let pixels = '';
    for (let at = 0; at < data.length; at += 4)
        pixels += String.fromCharCode(36 * shade(at) + 6 * shade(at + 1) + shade(at + 2));
    return [image.width, image.height, btoa(pixels)];
}"""
"""Each pixel as one of 216 colours, six shades of each part: the letters read as well."""
COLOURS = bytes(51 * part for n in range(216) for part in (n // 36, n // 6 % 6, n % 6))


def small(page: Any, picture: bytes) -> bytes:
    """Return a PNG with few colours; a browser knows the pixels, so that no program is needed."""
    width, height, pixels = page.evaluate(PIXELS, base64.b64encode(picture).decode())
    flat = base64.b64decode(pixels)
    rows = b"".join(b"\0" + flat[at : at + width] for at in range(0, len(flat), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", COLOURS), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _part(kind: bytes, content: bytes) -> bytes:
    return b"".join(
        (
            struct.pack(">I", len(content)),
            kind,
            content,
            struct.pack(">I", zlib.crc32(kind + content)),
        )
    )
