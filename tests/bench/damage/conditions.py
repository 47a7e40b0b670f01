"""What happens to plates and to pictures of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.bench.damage import camera
from village_site.qr import QUIET_ZONE, Symbol

Make = Callable[[Symbol, Random], Image.Image]


def _photo(surface, symbol, chance, *, side=160.0, tilt=10.0, blur=0.7, black=35, white=215, deviation=4.0):
    image = camera.contrast(surface, black, white)
    image = camera.shoot(image, symbol, chance, side=side, tilt=tilt, blur=blur)
    return camera.noise(image, chance, deviation=deviation)


def blur(symbol, chance):
    return _photo(camera.plate(symbol), symbol, chance, blur=chance.uniform(1.5, 2.2))


def tilt(symbol, chance):
    return _photo(camera.plate(symbol), symbol, chance, tilt=chance.uniform(25, 45))


def far(symbol, chance):
    return _photo(camera.plate(symbol), symbol, chance, side=chance.uniform(76, 96), blur=0.5)


def shadow(symbol, chance):
    image = _photo(camera.plate(symbol), symbol, chance)
    return camera.shadow(image, chance, depth=chance.uniform(0.35, 0.6))


def jpeg(symbol, chance):
    image = _photo(camera.plate(symbol), symbol, chance, side=120)
    return camera.jpeg(image, chance.randint(15, 30))


def _area(surface):
    """where the symbol is on the surface"""
    margin = QUIET_ZONE * camera.PIXELS
    return margin, surface.width - margin


def _any(surface, chance):
    low, high = _area(surface)
    return chance.uniform(low, high), chance.uniform(low, high)


def glare(symbol, chance):
    surface = camera.plate(symbol)
    low, high = _area(surface)
    side = high - low
    light = Image.new("L", surface.size, 0)
    x, y = _any(surface, chance)
    share = chance.uniform(*GLARE)
    stretch = chance.uniform(1, 2.5)
    ry = side * (share / 3.1416 / stretch) ** 0.5
    rx = ry * stretch
    ImageDraw.Draw(light).ellipse((x - rx, y - ry, x + rx, y + ry), 255)
    light = light.rotate(chance.uniform(0, 360), center=(x, y)).filter(ImageFilter.GaussianBlur(side / 40))
    return _damaged(ImageChops.screen(camera.contrast(surface, 35, 215), light), symbol, chance)


def mud(symbol, chance):
    surface = camera.contrast(camera.plate(symbol), 35, 215)
    low, high = _area(surface)
    side = high - low
    cover = Image.new("L", surface.size, 0)
    draw = ImageDraw.Draw(cover)
    wanted = chance.uniform(*MUD) * side * side
    done = 0.0
    while done < wanted:
        x, y = _any(surface, chance)
        r = side * chance.uniform(*SPLASH)
        r = min(r, ((wanted - done) / 3.1416) ** 0.5)
        draw.ellipse((x - r, y - r, x + r, y + r), 255)
        done += 3.1416 * r * r + 1
    cover = cover.filter(ImageFilter.GaussianBlur(side / 150))
    return _damaged(
        Image.composite(camera.clouds(surface.size, 20, chance, 60, 120), surface, cover), symbol, chance
    )


def scratches(symbol, chance):
    surface = camera.contrast(camera.plate(symbol), 35, 215)
    low, high = _area(surface)
    draw = ImageDraw.Draw(surface)
    for _ in range(chance.randint(*SCRATCHES)):
        a, b = _any(surface, chance), _any(surface, chance)
        width = round((high - low) * chance.uniform(*SCRATCH))
        draw.line((*a, *b), chance.choice((60, 215, 240)), width)
    return _damaged(surface, symbol, chance)


def faded(symbol, chance):
    surface = camera.plate(symbol)
    left = camera.clouds(surface.size, 5, chance, 0, 255)
    strong = camera.contrast(surface, 215 - chance.randint(*FADE_STRONG), 215)
    weak = camera.contrast(surface, 215 - chance.randint(*FADE_WEAK), 215)
    return _damaged(Image.composite(strong, weak, left), symbol, chance)


GLARE = (0.08, 0.16)
MUD = (0.03, 0.05)
SPLASH = (0.02, 0.05)
SCRATCHES = (4, 9)
SCRATCH = (0.008, 0.022)
FADE_STRONG = (60, 90)
FADE_WEAK = (10, 30)


def _damaged(surface, symbol, chance):
    image = camera.shoot(surface, symbol, chance, side=160, tilt=chance.uniform(0, 20), blur=0.8)
    return camera.noise(image, chance, deviation=5)


EVERYDAY = [blur, tilt, far, shadow, jpeg]
DAMAGED = [glare, mud, scratches, faded]
