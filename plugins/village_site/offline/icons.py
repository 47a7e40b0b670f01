"""The site's icons, the white house of `favicon.svg` on green.

They are drawn once and lie in `templates/offline/icons/`: a library's next version may pack equal pictures
into other bytes, and a build must not. `python -m village_site.offline.icons` draws them anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image  # needed to draw, not to build


class Icon(NamedTuple):
    """A square picture of `size` pixels. A `maskable` one is green to its edges, and its house keeps within
    the circle of 80 % that every launcher leaves (W3C manifest, “safe zone”)."""

    size: int
    maskable: bool

    @property
    def file(self) -> str:
        """Its name in our folder."""
        return f"icon-{'maskable-' if self.maskable else ''}{self.size}.png"

    @property
    def path(self) -> str:
        """Its address from the site's root."""
        return f"assets/{self.file}"


ICONS: Final = (Icon(192, False), Icon(512, False), Icon(192, True), Icon(512, True))
_GREEN: Final = (10, 82, 55, 255)
_CLEAR: Final = (10, 82, 55, 0)
_WHITE: Final = (255, 255, 255, 255)
_VIEW: Final = 32
_CORNER: Final = 6
_ROOF: Final = ((24, 15), (27, 15), (16, 6), (5, 15), (8, 15))
_WALLS: Final = ((8, 25), (14, 25), (14, 19), (18, 19), (18, 25), (24, 25))
"""All in the units of `favicon.svg`, 32 wide."""
_SAFE: Final = 0.9
"""A maskable icon's house is so much smaller. Its lower corners, 12 units from the middle of 32, would only
just lie within the circle."""
_FINER: Final = 4
"""Drawn so many times larger, then made small: that is what smooths the edges."""


def draw(icon: Icon) -> Image:
    """The picture."""
    from PIL import Image, ImageDraw

    large = icon.size * _FINER
    unit = large / _VIEW
    picture = Image.new("RGBA", (large, large), _GREEN if icon.maskable else _CLEAR)
    pen = ImageDraw.Draw(picture)
    if not icon.maskable:
        pen.rounded_rectangle((0, 0, large - 1, large - 1), _CORNER * unit, fill=_GREEN)
    scale = _SAFE if icon.maskable else 1
    middle = _VIEW / 2

    def at(place: float) -> float:
        return (middle + (place - middle) * scale) * unit

    pen.polygon([(at(x), at(y)) for x, y in _ROOF + _WALLS], fill=_WHITE)
    return picture.resize((icon.size, icon.size), Image.Resampling.BOX)


def main() -> None:
    """Draws all of them."""
    folder = Path(__file__).parents[1] / "templates" / "offline" / "icons"
    for icon in ICONS:
        draw(icon).save(folder / icon.file, optimize=True)


if __name__ == "__main__":
    main()
