"""Every command that changes files: what it starts from, and how it is run.

For a new command add an entry to `COMMANDS`; the tests then kill it at every change it makes on disk.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from tests.codes.support import FILES
from tests.privacy.support import CONSENT, PERSONAL, site_folder
from tests.support import DAY, data_folder
from tests.test_upgrade import title_becomes_name
from village_site import site, upgrade, watch
from village_site.cli import main
from village_site.codes import assign
from village_site.codes.alphabet import new_code, shown
from village_site.codes.register import digest, file_text
from village_site.dataset import load
from village_site.plates import write as plates
from village_site.verify.result import Verification

V = "nam-bac-thanh"
CODES = tuple(new_code(lambda _: False, random.Random(seed).choice) for seed in range(3))
REGISTER = file_text(
    [(CODES[0], "road", f"{V}/da-mat"), (CODES[1], "village", "thon-cu"), (CODES[2], "road", f"{V}/truc-1")]
)
NEIGHBOUR = """
    # Thôn bên cạnh.
    kind: thôn
    name: Bắc Thành
    updated: 20/11/2026
    memberships: [{unit: cam-binh}]
"""
CODED = {**FILES, "bac-thanh/thon.yml": NEIGHBOUR, f"_register/2026-11-20-{digest(REGISTER)}.csv": REGISTER}
EARLIER = {
    f"{V}/roads.yml": "# sổ đường\n- id: truc  # đặt một lần\n  title: Đường Trục\n\n- {id: b, title: B}\n"
}
CONFIG = "site_name: A\ndocs_dir: content\nplugins: [villages]\ntheme: {name: null, custom_dir: theme}\n"
OLD = {
    "dist/move": "Q/OLD/index.html",
    "dist/plates/household": "household-009.pdf",
}


@dataclass(frozen=True)
class Command:
    """A command that changes files.

    prepare: lays out the project's folder. run: the command, in that folder; gives its exit code.
    wholes: folders that are replaced as one. touches: the lines of editors' files that it may change or drop.
    more: tells one use of a command from another.
    """

    name: str
    prepare: Callable[[Path], object]
    run: Callable[[], int]
    wholes: tuple[str, ...] = ()
    touches: str = r"(?!)"
    exit_code: int = 0
    more: str = ""

    @property
    def title(self) -> str:
        """What its tests and folders are called."""
        return self.name + self.more


def cli(*arguments: str) -> Callable[[], int]:
    """The command as it is typed."""
    return lambda: main([*arguments, "--day", DAY.isoformat()])


def data(files: dict[str, str]) -> Callable[[Path], object]:
    """A project with this data, and with what an earlier run has left of outputs."""

    def prepare(folder: Path) -> None:
        data_folder(folder, files)
        for out, name in OLD.items():
            path = folder / out / name
            path.parent.mkdir(parents=True)
            path.write_text("cũ", encoding="utf-8")
        (folder / "dist" / "plates" / "register.csv").write_text("cũ", encoding="utf-8")

    return prepare


def _assign() -> int:
    """Issuing with codes that are the same in every run."""
    found, _ = load(Path("villages"))
    assert found is not None
    assign.plan(found, DAY, random.Random(1).choice).apply()
    return 0


def _upgrade() -> int:
    return len(upgrade.upgrade(Path("villages"), {"1": title_becomes_name}, "2")) * 0


def _plates() -> int:
    """Printing without the typesetter, whose work is no file."""
    made = {"household": {"household-001.pdf": b"%PDF", "plates.csv": b"code"}}
    with patch.object(plates, "chosen", lambda *_: []), patch.object(plates, "_files", lambda *_: made):
        return cli("plates", "--run", "dot-1")()


def _verify() -> int:
    found = Verification(photos=0, expected=0, present=0, findings=(), names={"vi": {}, "en": {}}, records={})
    with patch("village_site.verify.verify_photos", lambda *_, **__: found):
        return cli("plates", "verify", "anh", "--csv", "verify.csv")()


def _audit() -> int:
    time = dt.datetime(2026, 11, 21, 3, tzinfo=site.VIETNAM)
    url = "https://lang.example"
    found = watch.LiveReport(url, url, time, time, 1, (), {"vi": {}, "en": {}})
    with patch("village_site.watch.audit_live", lambda *_, **__: found):
        return cli("audit", "--live", url, "--issue", "issue.md", "--json", "audit.json")()


def _forms() -> int:
    with patch("village_site.forms.write._pdf", lambda *_: b"%PDF"):
        return cli("forms")()


def _handbook() -> int:
    """A handbook without the typesetter."""
    with patch("village_site.handbook.write.pdf", lambda *_: b"%PDF"):
        return cli("handbook")()


def _to_pack(folder: Path) -> None:
    """A built site, and the copy of an earlier one."""
    data(FILES)(folder)
    (folder / "site").mkdir()
    for name in ("index.html", "a.css"):
        (folder / "site" / name).write_text("<body>" * 50, encoding="utf-8")
    (folder / "site" / "data" / "v1").mkdir(parents=True)
    (folder / "site" / "data" / "v1" / "index.json").write_text('{"day": "2026-11-21"}', encoding="utf-8")
    (folder / "dist" / "lang-mau-ngoai-tuyen.zip").write_text("cũ", encoding="utf-8")


def _reports() -> int:
    """A report without the typesetter."""
    found = [SimpleNamespace(file=f"{V}/2026-W47-chien-dich", spoken="Báo cáo")]
    with (
        patch("village_site.cli.reports.papers", lambda *_: found),
        patch("village_site.reports.write.pdfs", lambda _: [b"%PDF"]),
        patch("village_site.reports.write.spreadsheet", lambda _: b"PK"),
    ):
        return cli("report", "weekly", "--village", V)()


def _private(folder: Path) -> None:
    """A household's personal data, with the consent."""
    site_folder(folder, {"ho.yml": PERSONAL, "dong-y.yml": CONSENT})


def _old_site(folder: Path) -> None:
    """A built site whose data has changed since."""
    site_folder(folder)
    for name, text in {
        "mkdocs.yml": CONFIG,
        "content/index.md": "# A\n",
        "theme/main.html": "{{ page.content }}",
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _changed_site() -> int:
    return cli("site")()


def _event(*arguments: str) -> Callable[[], int]:
    return cli("codes", *arguments, "--reason", "Vì một lý do")


COMMANDS: Sequence[Command] = (
    Command("codes assign", data(FILES), _assign, touches=r"^  mã:\s*$|^- \{"),
    Command("codes retire", data(CODED), _event("retire", shown(CODES[0]))),
    Command("codes move", data(CODED), _event("move", shown(CODES[0]), "--to", f"{V}/truc-1")),
    Command("codes rename", data(CODED), _event("rename", "thon-cu", "--to", V, "--former-name", "Thôn Cũ")),
    Command("codes merge", data(CODED), _event("merge", "thon-cu", "--to", V)),
    Command("codes split", data(CODED), _event("split", "thon-cu", "--to", V, "bac-thanh")),
    Command("consents withdraw", _private, cli("consents", "withdraw", f"{V}/ho-1"), touches=r"họ tên:|điện thoại:|vị trí:|danh hiệu:|Vườn mẫu|nghề, dịch vụ:"),
    Command("consents withdraw", _private, cli("consents", "withdraw", f"{V}/ho-1", "--field", "phone"), touches="điện thoại:", more=" of one field"),
    Command("site", _old_site, _changed_site, wholes=("site", "dist/qr")),
    Command("site move", data(CODED), cli("site", "move", "--to", "https://moi.example"), wholes=("dist/move",)),
    Command("plates", data(CODED), _plates, wholes=("dist/plates/household",)),
    Command("plates verify", data(CODED), _verify),
    Command("forms", data(CODED), _forms),
    Command("handbook", data(FILES), _handbook),
    Command("offline", _to_pack, cli("offline")),
    Command("report weekly", data(CODED), _reports),
    Command("upgrade", data(EARLIER), _upgrade, touches=r"title:|schema:"),
    Command("audit", data(CODED), _audit, exit_code=1),
)  # fmt: skip
READS_ONLY = frozenset({"check", "codes audit", "review"})
