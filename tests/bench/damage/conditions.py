"""What a plate and a picture of it go through: five everyday conditions, four kinds of damage.

Every picture is of one printed size: at a higher level of correction the modules are smaller, as on a plate.

How the numbers were set. Everyday ones follow what a phone meets: each comment says what. The damaged ones were made
worse, kind by kind, until a symbol of level L is read in fewer than two of five pictures by two or more decoders
(`run.py --seed calibration`), with no look at which level would then do how well, and no place is spared: mud falls on
finder patterns too. The table in the documents comes from other pictures (`--seed table`) than those used for this.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.bench.damage import camera
from village_site.qr import QUIET_ZONE, Symbol

INK, WHITE = 35, 215
"""Black and white of a plate as a phone exposes them."""

NEAR = 160.0
"""Pixels of a symbol's side in an ordinary picture: a symbol of 70 mm from about 0.6 m in a phone's live picture."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One column of the damage set; `vi` is its name in the documents."""

    name: str
    vi: str
    damaged: bool
    make: Callable[[Symbol, Random], Image.Image]

    def picture(self, symbol: Symbol, number: int, seed: str) -> Image.Image:
        """The condition's picture of that number. Equal numbers share their chance, whatever the symbol's level."""
        return self.make(symbol, Random(f"{seed} {self.name} {number}"))


def _everyday(
    symbol: Symbol, chance: Random, *, side: float = NEAR, tilt: float = 10, blur: float = 0.7
) -> Image.Image:
    """A sound plate, photographed by a hand that does not care for a right angle."""
    surface = camera.contrast(camera.plate(symbol), INK, WHITE)
    image = camera.shoot(surface, symbol, chance, side=side, tilt=tilt, blur=blur)
    return camera.noise(image, chance, deviation=4)


def _blur(symbol: Symbol, chance: Random) -> Image.Image:
    """Focus missed by up to 0.4 modules."""
    return _everyday(symbol, chance, blur=chance.uniform(1.3, 2.0))


def _tilt(symbol: Symbol, chance: Random) -> Image.Image:
    """Seen from the side, from below or from the saddle."""
    return _everyday(symbol, chance, tilt=chance.uniform(25, 45))


def _far(symbol: Symbol, chance: Random) -> Image.Image:
    """From as far as plates say they are read: 2.3 to 3 pixels for a module of version 3."""
    return _everyday(symbol, chance, side=29 * chance.uniform(2.3, 3.0), blur=0.5)


def _shadow(symbol: Symbol, chance: Random) -> Image.Image:
    """The edge of a shadow across the symbol.

    The sun is half a degree wide: what stands 0.5 to 2.5 m away throws a shadow whose edge is 5 to 22 mm soft, of a
    symbol of 70 mm. Greys fall to .35 to .6, which is an eighth to a third of the light before the camera's gamma.
    """
    image = _everyday(symbol, chance)
    return camera.shadow(
        image, chance, depth=chance.uniform(0.4, 0.65), soft=NEAR * chance.uniform(5, 22) / 70
    )


def _jpeg(symbol: Symbol, chance: Random) -> Image.Image:
    """Sent on by messengers that save every byte."""
    image = _everyday(symbol, chance, side=120)
    return camera.jpeg(image, chance.randint(15, 30))


def _glare(symbol: Symbol, chance: Random) -> Image.Image:
    """The sun or a flash in a gloss plate: an oval of pure white over so much of the symbol's area."""
    surface = camera.contrast(camera.plate(symbol), INK, WHITE)
    low, high = _extent(surface)
    x, y = _somewhere(surface, chance)
    area = chance.uniform(0.05, 0.14) * (high - low) ** 2
    stretch = chance.uniform(1, 2.5)
    tall = math.sqrt(area / math.pi / stretch)
    light = Image.new("L", surface.size)
    ImageDraw.Draw(light).ellipse((x - tall * stretch, y - tall, x + tall * stretch, y + tall), 255)
    light = light.rotate(chance.uniform(0, 360), center=(x, y))
    return _damaged(ImageChops.screen(surface, light.filter(ImageFilter.GaussianBlur(8))), symbol, chance)


def _mud(symbol: Symbol, chance: Random) -> Image.Image:
    """Splashes on 3 to 5 % of the area, each 1 to 3 modules wide."""
    surface = camera.contrast(camera.plate(symbol), INK, WHITE)
    low, high = _extent(surface)
    side = high - low
    cover = Image.new("L", surface.size)
    left = chance.uniform(0.03, 0.05) * side**2
    while left > 0:
        x, y = _somewhere(surface, chance)
        radius = min(side * chance.uniform(0.016, 0.024), math.sqrt(left / math.pi) + 1)
        ImageDraw.Draw(cover).ellipse((x - radius, y - radius, x + radius, y + radius), 255)
        left -= math.pi * radius**2
    dirt = camera.clouds(surface.size, 20, chance, 40, 90)
    splashed = Image.composite(dirt, surface, cover.filter(ImageFilter.GaussianBlur(2)))
    return _damaged(splashed, symbol, chance)


def _scratches(symbol: Symbol, chance: Random) -> Image.Image:
    """Scratches right across: most down to the bright ground, some filled with dirt; 0.2 to 0.6 modules wide."""
    surface = camera.contrast(camera.plate(symbol), INK, WHITE)
    low, high = _extent(surface)
    draw = ImageDraw.Draw(surface)
    for _ in range(chance.randint(3, 7)):
        ends = (*_somewhere(surface, chance), *_somewhere(surface, chance))
        draw.line(ends, chance.choice((60, WHITE, 240)), round((high - low) * chance.uniform(0.007, 0.02)))
    return _damaged(surface, symbol, chance)


def _faded(symbol: Symbol, chance: Random) -> Image.Image:
    """Ink that the sun bleached to a third, and that is gone altogether in patches."""
    ink = WHITE - chance.randint(75, 115)
    surface = camera.contrast(camera.plate(symbol), ink, WHITE)
    gone = camera.clouds(surface.size, 16, chance, 0, 255)
    limit = sorted(gone.resize((40, 40)).tobytes())[round(1600 * chance.uniform(0.025, 0.07))]
    patches = gone.point([255 if v < limit else 0 for v in range(256)]).filter(ImageFilter.GaussianBlur(4))
    bare = Image.new("L", surface.size, WHITE)
    return _damaged(Image.composite(bare, surface, patches), symbol, chance)


def _damaged(surface: Image.Image, symbol: Symbol, chance: Random) -> Image.Image:
    """A picture of a damaged plate, otherwise an ordinary one."""
    image = camera.shoot(surface, symbol, chance, side=NEAR, tilt=chance.uniform(0, 20), blur=0.8)
    return camera.noise(image, chance, deviation=4)


def _extent(surface: Image.Image) -> tuple[int, int]:
    """From where to where the symbol reaches on a plate, across and down."""
    margin = QUIET_ZONE * camera.PIXELS
    return margin, surface.width - margin


def _somewhere(surface: Image.Image, chance: Random) -> tuple[float, float]:
    """A place on the symbol."""
    low, high = _extent(surface)
    return chance.uniform(low, high), chance.uniform(low, high)


CONDITIONS = (
    Condition("blur", "mờ nét", False, _blur),
    Condition("tilt", "chụp chéo 25–45°", False, _tilt),
    Condition("far", "chụp xa", False, _far),
    Condition("shadow", "nửa nắng nửa râm", False, _shadow),
    Condition("jpeg", "ảnh nén mạnh", False, _jpeg),
    Condition("glare", "loá nắng", True, _glare),
    Condition("mud", "bùn 3–5 %", True, _mud),
    Condition("scratches", "vết xước", True, _scratches),
    Condition("faded", "phai, bong mực", True, _faded),
)
