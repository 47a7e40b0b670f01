"""Opens pages of the built site in a browser, with what tells how they are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
NU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

RULES = """async more => {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    rules: Object.fromEntries(more.map(id => [id, { enabled: true }])),
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
}"""
"""What axe says of all its rules but the experimental, and of `more`."""

STRICT = ("color-contrast-enhanced", "target-size", "identical-links-same-purpose")
"""Rules of WCAG's level AAA, and sizes, which axe leaves out unless asked."""


@contextmanager
def reading(
    browser: Browser,
    *,
    width: int = 360,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
    axe: bool = False,
) -> Iterator[Page]:
    """An empty page of a browser that was never used, with `looking`, and `axe` where asked for."""
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        locale="vi-VN",
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.add_init_script(f"{(HERE / 'looking.js').read_text('utf-8')}\nwindow.looking = looking;")
    if axe:
        context.add_init_script(AXE.read_text("utf-8"))
    yield context.new_page()
    context.close()


def violations(page: Page, *more: str) -> list[str]:
    """What axe complains of on an open page."""
    found: list[Any] = page.evaluate(RULES, list(more))
    return [str(one) for one in found]
