"""From a drawing's parts to its markup, and the style that goes with it."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

from village_site.render import environment


def draw(template: str, lang: str, **parts: object) -> Markup:
    """The chart of a template in `templates/charts/`; everything that is not Markup is escaped."""
    return Markup(environment(lang).get_template(f"charts/{template}").render(parts).strip())


def stylesheet() -> str:
    """The style of every chart, to stand after the site's own, whose `--vs-…` colours it uses."""
    return (resources.files("village_site") / "templates" / "charts" / "charts.css").read_text("utf-8")
