"""Every picture that may be shown is published, as large as the pages say; the viewer only where it is needed."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.places.data import SIZES, V, read
from tests.support import DAY, codes_of, data_folder
from village_site.media import viewer
from village_site.media.photos import Copy, named, pictures, write_photos
from village_site.media.raster import (
    AROUND,
    AROUND_BYTES,
    BadPhoto,
    encoded,
    encoded_around,
    examine,
    published_size,
)
from village_site.model import KINDS
from village_site.model.declare import table
from village_site.model.photos import Panorama, Photo
from village_site.model.shapes import Nested
from village_site.site import examine as look


def sizes(site: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for path in sorted(site.rglob("*.jpg")):
        with Image.open(path) as image:
            found[path.relative_to(site).as_posix()] = image.size
    return found


def test_each_picture_in_each_size(tmp_path: Path) -> None:
    write_photos(read(tmp_path), tmp_path / "site")
    home = f"thon/{V}/anh"
    assert sizes(tmp_path / "site") == {
        f"{home}/360/quanh.jpg": (2000, 1000),
        f"{home}/cong.jpg": (300, 900),
        f"{home}/nha.jpg": (800, 600),
        f"{home}/nho/cong.jpg": (133, 400),
        f"{home}/nho/nha.jpg": (400, 300),
        f"{home}/nho/phim.jpg": (400, 225),
        f"{home}/nho/quanh.jpg": (400, 200),
        f"{home}/phim.jpg": (640, 360),
        f"{home}/quanh.jpg": (1200, 600),
    }


def test_the_viewer_comes_with_a_360_picture_only(tmp_path: Path) -> None:
    write_photos(read(tmp_path / "with"), tmp_path / "with-site")
    assets = sorted(path.name for path in (tmp_path / "with-site" / "assets").rglob("*.*") if path.is_file())
    assert assets == ["COPYING.txt", "look.js", "pannellum.css", "pannellum.js"]
    assert (tmp_path / "with-site" / viewer.script_url()).is_file()
    road = "- {id: a, name: A, photo: {file: nha.png, alt: Nhà}}\n"
    root = data_folder(tmp_path / "without", {f"{V}/roads.yml": road})
    Image.new("RGB", (20, 10)).save(root / V / "nha.png")
    atlas, _ = look(root, DAY)
    assert atlas is not None
    write_photos(atlas, tmp_path / "without-site")
    assert sorted(sizes(tmp_path / "without-site")) == [f"thon/{V}/anh/nha.jpg", f"thon/{V}/anh/nho/nha.jpg"]
    assert not (tmp_path / "without-site" / "assets").exists()


def test_every_declared_picture_is_found() -> None:
    """A new kind's pictures need no line in `media/photos.py`: whatever can hold one is walked."""

    def holds(cls: type, above: tuple[type, ...] = ()) -> bool:
        if issubclass(cls, Photo):
            return True
        shapes = [spec.shape for spec in table(cls).fields if spec.personal is None]
        inner = [shape.record for shape in shapes if isinstance(shape, Nested)]
        return any(one not in above and holds(one, (*above, cls)) for one in inner)

    holding = {kind.name for kind in KINDS if kind.in_village and holds(kind.record)}
    assert {"place", "road"} <= holding


def test_pictures_deep_in_a_record(tmp_path: Path) -> None:
    atlas = read(tmp_path)
    files = [picture.photo.file for picture in pictures(atlas)]
    assert sorted(files) == sorted(SIZES)
    (place, _) = (record for folder in atlas.places for record in folder.folder.records["place"])
    assert [photo.file for photo in named(place)] == ["nha.png", "cong.jpg", "quanh.jpg", "phim.png"]
    assert [type(photo) for photo in named(place)] == [Photo, Photo, Panorama, Photo]


def found(tmp_path: Path, places: str, **made: tuple[int, int]) -> list[tuple[int, int, str]]:
    """What is wrong with pictures: line, column, code in the village's places, or 1, 1 in a picture."""
    root = data_folder(tmp_path, {f"{V}/places.yml": places})
    for name, size in made.items():
        Image.new("RGB", size, 90).save(root / V / name.replace("_", "."))
    _, problems = look(root, DAY)
    return [row[1:] for row in codes_of(problems) if "photo" in row[3]]


def test_a_picture_that_is_not_there_or_not_named(tmp_path: Path) -> None:
    places = """\
- id: a
  kind: chợ
  name: A
  photos:
    - {file: mat.jpg, alt: Chợ}
  videos:
    - title: Phim
      url: https://vimeo.com/1
      still: {file: cung-mat.png, alt: Phim}
"""
    assert found(tmp_path, places, thua_png=(9, 9)) == [
        (5, 14, "no-such-photo"),
        (9, 21, "no-such-photo"),
        (1, 1, "unused-photo"),
    ]


def test_a_360_picture_is_twice_as_wide_as_high(tmp_path: Path) -> None:
    places = """\
- id: a
  kind: chợ
  name: A
  panoramas:
    - {file: hep.png, alt: Chợ}
    - {file: vua.png, alt: Chợ}
"""
    assert found(tmp_path, places, hep_png=(300, 200), vua_png=(401, 200)) == [(5, 14, "photo-not-around")]


def test_two_pictures_do_not_share_a_name(tmp_path: Path) -> None:
    places = """\
- id: a
  kind: chợ
  name: A
  photos:
    - {file: cho.png, alt: Chợ}
    - {file: cho.jpg, alt: Chợ}
    - {file: cho.png, alt: Chợ, date: 2026}
"""
    assert found(tmp_path, places, cho_png=(30, 20), cho_jpg=(30, 20)) == [(6, 14, "photo-same-name")]


@pytest.mark.parametrize("size", [(60, 40), (2500, 1667), (1200, 1201), (1, 3000), (3000, 7)])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("copy", [Copy.LARGE, Copy.SMALL])
def test_pages_know_the_published_size(
    tmp_path: Path, size: tuple[int, int], orientation: int, copy: Copy
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "anh.jpg"
    Image.new("RGB", size, 90).save(path, exif=exif)
    with Image.open(io.BytesIO(encoded(path, copy.side))) as image:
        assert image.size == published_size(path, copy.side)
        assert max(image.size) <= copy.side


def test_a_360_picture_is_neither_too_large_nor_too_heavy(tmp_path: Path) -> None:
    path = tmp_path / "quanh.jpg"
    Image.effect_noise((4200, 2102), 100).convert("RGB").save(path, quality=60)
    examine(path, around=True)
    data = encoded_around(path)
    assert len(data) <= AROUND_BYTES
    with Image.open(io.BytesIO(data)) as image:
        assert image.width == 2 * image.height <= AROUND
    Image.new("RGB", (6000, 3000), 90).save(path)
    with Image.open(io.BytesIO(encoded_around(path))) as image:
        assert image.size == (AROUND, AROUND // 2)


@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_a_360_picture_is_measured_as_it_is_seen(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying, standing = tmp_path / "nam.jpg", tmp_path / "dung.jpg"
    Image.new("RGB", (8000, 4000), 90).save(lying, exif=exif)
    Image.new("RGB", (4500, 9000), 90).save(standing, exif=exif)
    with pytest.raises(BadPhoto, match="photo-not-around") as refused:
        examine(lying, around=True)
    assert refused.value.params == {"width": "4000", "height": "8000"}
    examine(standing, around=True)
    for path in (lying, standing):
        with Image.open(io.BytesIO(encoded_around(path))) as image:
            assert image.size == (AROUND, AROUND // 2)


def test_what_is_no_picture_has_no_size(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"khong phai anh")
    with pytest.raises(BadPhoto):
        published_size(path)


def test_the_viewer_is_as_it_was_released() -> None:
    here = Path(viewer.__file__).parents[1] / "templates" / "panorama"
    told = dict(
        re.findall(r"(pannellum\.\w+) +SHA-256 ([0-9a-f]{64})", (here / "README.md").read_text("utf-8"))
    )
    for name in ("pannellum.js", "pannellum.css"):
        data = (here / f"pannellum-{viewer.VERSION}" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == told[name]
        assert f"Pannellum {viewer.VERSION}".encode() in data[:80]
    licence = (here / f"pannellum-{viewer.VERSION}" / "COPYING.txt").read_text("utf-8")
    assert "Permission is hereby granted, free of charge" in licence
