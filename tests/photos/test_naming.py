"""A photograph is named by the bare name of a file that lies beside; every other name is refused in its place."""

from pathlib import Path

import pytest
from PIL import Image

from tests.support import DAY, codes_of, data_folder
from village_site import site

V = "nam-bac-thanh"


def found(tmp_path: Path, name: str) -> list[tuple[str, int, int, str]]:
    """What is wrong with a road whose photograph is named so."""
    root = data_folder(
        tmp_path,
        {
            f"{V}/roads.yml": f'- id: duong\n  name: Đường Mẫu\n  photo:\n    file: "{name}"\n    alt: Cảnh đường\n'
        },
    )
    Image.new("RGB", (40, 30)).save(root / V / "anh.png")
    _, problems = site.examine(root, DAY)
    return [
        problem
        for problem in codes_of(problems)
        if problem[0].endswith("roads.yml") and "code" not in problem[3]
    ]


@pytest.mark.parametrize(
    "name",
    [
        "https://lang.example/anh.png",
        "http://anh.example/anh.png",
        "//lang.example/anh.png",
        "data:image/png;base64,AAAA",
        "file:///anh.png",
        "/etc/anh.png",
        "../anh.png",
        "../../anh.png",
        "./anh.png",
        "hinh/anh.png",
        "hinh\\\\anh.png",
        "..\\\\anh.png",
        "C:anh.png",
        "C:\\\\anh.png",
        "\\\\\\\\may\\\\anh.png",
        "%2e%2e/anh.png",
        "anh.php.jpg",
        "anh.svg.png",
        "anh.jpg.exe",
        "anh.svg",
        "anh.gif",
        "anh.tiff",
        "anh.heic",
        "anh.JPG.html",
        "anh.png ",
        "anh.png.",
        "anh.png\\n",
        "anh\\u0000.png",
        ".png",
        ".anh.png",
        "-anh.png",
        "ảnh.png",
        "anh đường.png",
        "anh?.png",
        "anh#.png",
        "~anh.png",
        "$HOME.png",
        "anh",
    ],
)
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    codes = found(tmp_path, name)
    if name.strip() == "anh.png" or name == "anh.png\\n":
        assert codes == []  # what is trimmed is the same name
    elif "\\u0000" in name:
        assert [code for *_, code in codes] == ["control-character"]
    else:
        assert codes == [(f"villages/{V}/roads.yml", 4, 11, "bad-photo")]


def test_a_name_of_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, "khac.png") == [(f"villages/{V}/roads.yml", 4, 11, "no-such-photo")]
    assert found(tmp_path, "anh.png") == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-drawing"),
        (b"<?php ?>", "photo-unreadable"),
        (b"GIF89a", "photo-unreadable"),
    ],
)
def test_what_is_in_the_file_is_told_where_it_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    root = data_folder(
        tmp_path,
        {f"{V}/roads.yml": "- id: duong\n  name: Đường Mẫu\n  photo: {file: anh.jpg, alt: Cảnh đường}\n"},
    )
    (root / V / "anh.jpg").write_bytes(content)
    _, problems = site.examine(root, DAY)
    assert (f"villages/{V}/roads.yml", 3, 17, code) in codes_of(problems)


def test_a_link_out_of_the_folder_is_no_photograph(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "elsewhere.png")
    root = data_folder(
        tmp_path,
        {f"{V}/roads.yml": "- id: duong\n  name: Đường Mẫu\n  photo: {file: khac.png, alt: Cảnh đường}\n"},
    )
    (root / V / "khac.png").symlink_to(tmp_path / "elsewhere.png")
    _, problems = site.examine(root, DAY)
    codes = codes_of(problems)
    assert (f"villages/{V}/roads.yml", 3, 17, "no-such-photo") in codes
    assert (f"villages/{V}/khac.png", 1, 1, "symlink") in codes
