"""What charts look like: colours, fonts, widths; and a chart as it is handed on."""

from __future__ import annotations

from typing import Any, NamedTuple

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
VERSION = "6.1"
# The renderer brings the first; browsers take the first that they have.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SIZE, SMALL, LINE = 12, 11, 15
WIDE, NARROW = 720, 358


# A chart of one row after another has so many: no eye follows more, and no page is so long.
MOST_ROWS = 80
# A matrix has so many claims: it is read across, too.
MOST_CLAIMS = 25


def named(title: str, shown: int, whole: int) -> str:
    """The title of a chart with the last rows of many."""
    return title if shown == whole else f"{title}: the last {shown} of {whole:,}"


class Colours(NamedTuple):
    """Colours as SVG has them. Those with a meaning are of Okabe and Ito (2008), "Color Universal Design"."""

    paper: str
    ink: str
    dim: str
    line: str
    land: str
    home: str
    blue: str
    orange: str
    red: str
    green: str


# On white paper.
PRINTED = Colours(
    paper="#ffffff",
    ink="#16191d",
    dim="#555c65",
    line="#c9cdc6",
    land="#eceee9",
    home="#d6dad2",
    blue="#0072b2",
    orange="#9a6400",
    red="#b84a00",
    green="#007a59",
)
# On the desk's page at night, for pictures that know nothing of their page.
NIGHT = Colours(
    paper="#14171a",
    ink="#e4e6e3",
    dim="#a3aab2",
    line="#343a40",
    land="#262b30",
    home="#3d444b",
    blue="#6cbbef",
    orange="#f0b73a",
    red="#ff9b5e",
    green="#4fd0a9",
)
# On a page whose style sheet, figures.css, says what they are by day, by night and in print.
PAGE = Colours(*(f"var(--chart-{name})" for name in Colours._fields))


class Style(NamedTuple):
    """How a chart is drawn: in which colours, how wide (pixels), and with its title or without."""

    colours: Colours = PRINTED
    width: int = WIDE
    titled: bool = True

    @property
    def narrow(self) -> bool:
        """Whether there is only the width of a phone."""
        return self.width < 560


class Chart(NamedTuple):
    """A chart: a name for its file, a title, the same facts in words, and the Vega-Lite specification."""

    name: str
    title: str
    words: tuple[str, ...]
    spec: Spec
