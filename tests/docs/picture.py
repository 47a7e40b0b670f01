"""Makes the README's picture of the built sample: `make site`, then `.venv/bin/python -m tests.docs.picture`.

A household's light page as a phone shows it, in front of its village's page.
"""

from __future__ import annotations

import base64
import io
import os
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import BROWSERS

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "content/assets/anh/trang-mau.webp"
VILLAGE = "thon/nam-bac-thanh/index.html"
HOUSE = "Q/8H46H2H4/index.html"
LAYOUT = """
<style>
  body {{ margin: 0; background: #e6efe9 }}
  img {{ position: absolute; object-fit: cover; object-position: top; box-shadow: 0 6px 28px #0004 }}
  .village {{ left: 40px; top: 40px; width: 900px; height: 720px; border-radius: 10px 10px 0 0 }}
  .house {{ right: 40px; top: 30px; width: 340px; height: 680px; border: 10px solid #20302a }}
  .house {{ border-radius: 34px }}
</style>
<img class="village" src="{village}"><img class="house" src="{house}">
"""


def shot(browser: Browser, page: str, width: int, height: int) -> str:
    """What a screen of this size shows of a page of the site first, as a data URL."""
    tab = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    tab.goto((ROOT / "site" / page).as_uri())
    picture = base64.b64encode(tab.screenshot()).decode()
    tab.close()
    return f"data:image/png;base64,{picture}"


def main() -> None:
    """Writes the picture."""
    chosen = os.environ.get("CHROME")
    program = next(filter(None, map(shutil.which, (chosen,) if chosen else BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        shots = {
            "village": shot(browser, VILLAGE, 1280, 1024),
            "house": shot(browser, HOUSE, 360, 720),
        }
        tab = browser.new_page(viewport={"width": 1200, "height": 760})
        tab.set_content(LAYOUT.format(**shots))
        whole = tab.screenshot()
        browser.close()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(whole)).save(PICTURE, quality=82, method=6)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
