"""A camera in front of a plate: perspective, blur, light, noise, JPEG. Grey pictures, for decoders see no more.

All chance comes from the `Random` given, so equal seeds give equal pictures with the same Pillow.
"""

from __future__ import annotations

import io
import math
from random import Random

from PIL import Image, ImageChops, ImageFilter

from village_site.qr import QUIET_ZONE, Symbol

PIXELS = 12
"""Pixels a module on the plate before it is photographed: enough for damage finer than a module."""

_FINER = 3
"""A picture is taken so many times larger a side and then reduced: that is what a sensor's pixel does."""

_AWAY = 4.0
"""Distance of the camera in sides of the white square: near, so that perspective is strong."""


def plate(symbol: Symbol) -> Image.Image:
    """The symbol as it is printed, black on white with its quiet zone."""
    side = symbol.size + 2 * QUIET_ZONE
    image = Image.new("L", (side, side), 255)
    for x, y in symbol.dark():
        image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    return image.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST)


def shoot(
    surface: Image.Image, symbol: Symbol, chance: Random, *, side: float, tilt: float, blur: float
) -> Image.Image:
    """A picture in which the symbol is `side` pixels wide, before a wall, turned by up to 20 degrees.

    `tilt` is the angle in degrees between the plate and the picture, towards any side; `blur` the radius of the
    lens's blur in pixels.
    """
    size = round(side * 1.9)
    fine = size * _FINER
    scale = side * _FINER / (symbol.size * PIXELS)
    back = _back(surface.width, fine, scale, tilt, chance)
    seen = surface.transform((fine, fine), Image.Transform.PERSPECTIVE, back, Image.Resampling.BILINEAR)
    where = Image.new("L", surface.size, 255).transform(
        (fine, fine), Image.Transform.PERSPECTIVE, back, Image.Resampling.BILINEAR
    )
    wall = clouds((fine, fine), 12, chance, 90, 190)
    return Image.composite(seen, wall, where).reduce(_FINER).filter(ImageFilter.GaussianBlur(blur))


def _back(width: int, fine: int, scale: float, tilt: float, chance: Random) -> tuple[float, ...]:
    """What Pillow wants: from a place in the picture to the place on the plate, as eight numbers.

    The plate is turned by `turn` in its own plane and then leans by `tilt` about an axis of any direction; a
    pinhole camera `_AWAY` plates away looks at its middle.
    """
    turn, axis = math.radians(chance.uniform(-20, 20)), chance.uniform(0, math.tau)
    lean = math.radians(tilt)
    away = _AWAY * width
    # Rodrigues' rotation about the unit axis (c, s, 0), applied to the turned directions of the plate.
    c, s = math.cos(axis), math.sin(axis)
    columns = []
    for x, y in ((math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))):
        along = (c * x + s * y) * (1 - math.cos(lean))
        columns.append(
            (
                x * math.cos(lean) + c * along,
                y * math.cos(lean) + s * along,
                (c * y - s * x) * math.sin(lean),
            )
        )
    (a, d, g), (b, e, h) = columns
    half, middle = width / 2, fine / 2
    g, h = g / away, h / away
    # Plate (u, v) about its middle goes to scale * (a u + b v, d u + e v) / (1 + g u + h v); this is undone.
    det = a * e - b * d
    ia, ib, id_, ie = e / det / scale, -b / det / scale, -d / det / scale, a / det / scale
    ig, ih = -(g * ia + h * id_), -(g * ib + h * ie)
    # u = (ia x + ib y) / (1 + ig x + ih y), with x and y measured from the picture's middle.
    k = 1 - (ig + ih) * middle
    rows: list[float] = []
    for p, q in ((ia, ib), (id_, ie)):
        rows.extend(
            (
                (p + half * ig) / k,
                (q + half * ih) / k,
                (half * (1 - (ig + ih) * middle) - (p + q) * middle) / k,
            )
        )
    return (*rows, ig / k, ih / k)


def clouds(size: tuple[int, int], cells: int, chance: Random, low: int, high: int) -> Image.Image:
    """Grey that changes smoothly between `low` and `high`, over about so many cells a side."""
    rough = Image.frombytes("L", (cells, cells), chance.randbytes(cells * cells))
    return rough.resize(size, Image.Resampling.BICUBIC).point(
        [low + (high - low) * v // 255 for v in range(256)]
    )


def contrast(image: Image.Image, black: int, white: int) -> Image.Image:
    """The picture with black and white brought to these greys."""
    return image.point([black + (white - black) * v // 255 for v in range(256)])


def shadow(image: Image.Image, chance: Random, *, depth: float, soft: float) -> Image.Image:
    """A shadow across the picture, its edge `soft` pixels wide; in it greys fall to `depth` of what they were."""
    width, height = image.size
    edge = Image.new("L", (3 * width, 3 * height), 255)
    edge.paste(round(255 * depth), (0, 0, round(chance.uniform(1.3, 1.7) * width), 3 * height))
    edge = edge.filter(ImageFilter.BoxBlur(soft / 2))
    edge = edge.rotate(chance.uniform(0, 360), Image.Resampling.BILINEAR, fillcolor=255)
    return ImageChops.multiply(image, edge.crop((width, height, 2 * width, 2 * height)))


def noise(image: Image.Image, chance: Random, *, deviation: float) -> Image.Image:
    """Noise of a sensor; `deviation` in greys. The sum of two even chances is near enough to a bell."""
    for _ in range(2):
        spread = deviation * math.sqrt(6)  # two even chances of this width have that deviation
        grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
        grain = grain.point([round(128 + (v / 255 - 0.5) * spread) for v in range(256)])
        image = ImageChops.add(image, grain, 1, -128)
    return image


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    """What is left after a messenger sent it on."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    with Image.open(out) as sent:
        return sent.convert("L")
