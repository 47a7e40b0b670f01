"""What a plate and a picture of it go through: five everyday conditions, four kinds of damage.

Every picture is of one printed size: at a higher level of correction the modules are smaller, as on a plate.

How the numbers were set. The everyday ones follow what a phone meets; each comment says what. How bad damage is, is a
choice: with little of it every level reads always, with much of it none reads. So kinds and numbers were picked until
a symbol of level L is read by two or more decoders in .25 to .4 of the pictures of each kind, while damage stays of a
size that level H can correct, for a set on which all levels fare alike would measure nothing. No place is spared: mud
falls on finder patterns too. All this was done on the pictures of `--seed calibration`; the table in the documents
is of others (`--seed table`), which nothing was fitted to. So its difference between levels is a measurement, its
height is not: it says nothing about how often plates out there will be read.
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
"""Pixels of a symbol's side in an ordinary picture: a symbol of 70 mm from 0.65 m in a phone's live picture."""


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


def _sound(
    symbol: Symbol, chance: Random, *, side: float = NEAR, tilt: float = 10, blur: float = 0.7
) -> Image.Image:
    """A sound plate, photographed by a hand that does not care for a right angle."""
    surface = camera.contrast(camera.plate(symbol), INK, WHITE)
    image = camera.shoot(surface, symbol, chance, side=side, tilt=tilt, blur=blur)
    return camera.noise(image, chance, deviation=4)


def _blur(symbol: Symbol, chance: Random) -> Image.Image:
    """Focus missed: a Gaussian blur of 0.24 to 0.36 modules of version 3."""
    return _sound(symbol, chance, blur=chance.uniform(1.3, 2.0))


def _tilt(symbol: Symbol, chance: Random) -> Image.Image:
    """Seen from the side, from below or from the saddle."""
    return _sound(symbol, chance, tilt=chance.uniform(25, 45))


def _far(symbol: Symbol, chance: Random) -> Image.Image:
    """From as far as plates say they are read: 2.3 to 3 pixels for a module of version 3."""
    return _sound(symbol, chance, side=29 * chance.uniform(2.3, 3.0), blur=0.5)


def _shadow(symbol: Symbol, chance: Random) -> Image.Image:
    """The edge of a shadow across the symbol.

    The sun is half a degree wide: what stands 0.5 to 2.5 m away throws a shadow whose edge is 5 to 22 mm soft, of a
    symbol of 70 mm. Greys fall to .4 to .65, which before the camera's gamma is an eighth to two fifths of the light.
    """
    image = _sound(symbol, chance)
    return camera.shadow(
        image, chance, depth=chance.uniform(0.4, 0.65), soft=NEAR * chance.uniform(5, 22) / 70
    )


def _jpeg(symbol: Symbol, chance: Random) -> Image.Image:
    """Sent on by messengers that save every byte."""
    image = _sound(symbol, chance, side=120)
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
    """Wet splashes on 3 to 5 % of the area, each 0.9 to 1.4 modules of version 3 wide."""
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
    """Ink that the sun bleached to about half, and that flaked off 2.5 to 7 % of the area."""
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

PIXELS_A_MODULE = (1.6, 1.8, 2.0, 2.3, 2.6, 3.0)


def _from_afar(pixels: float) -> Condition:
    """A sound plate from where a module is so many pixels wide."""
    return Condition(
        f"{pixels} px a module",
        "",
        False,
        lambda symbol, chance: _sound(symbol, chance, side=pixels * symbol.size, blur=0.5),
    )


DISTANCES = tuple(_from_afar(pixels) for pixels in PIXELS_A_MODULE)
