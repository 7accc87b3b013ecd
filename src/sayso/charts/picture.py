"""A specification as a picture: SVG or PNG, by vl-convert (the extra ``charts``), with the fonts that it brings."""

from __future__ import annotations

import importlib.util
import re
from html import escape

from sayso.charts.style import VERSION, Chart
from sayso.errors import UsageError

EXTRA = "charts are drawn by vl-convert, which is not installed: pip install 'sayso[charts]'"
_HEAD = re.compile(r"<svg [^>]*?(width=\"\d+\" height=\"\d+\" viewBox=\"[^\"]+\")>")
# What the renderer says of each group for readers of screens; the title and the description say it for all.
_ASIDES = re.compile(r' (?:role|aria-roledescription|aria-hidden|class)="[^"]*"')
_EMPTY = re.compile(r'<path d=""[^>]*/>|<path d="M0,0h0v0h0Z"[^>]*/>')
_ID = re.compile(r'(?<= id=")[^"]+|(?<=url\(#)[^)]+')
_DIGITS = re.compile(r"(?<=\d\.\d)\d+")
_SCALE = 2


def can_draw() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("vl_convert") is not None


def to_svg(chart: Chart) -> str:
    """The chart as an SVG element that may stand in a page: no style, no script, ids of its own.

    Its title and description say what it shows. UsageError where the extra is missing, ValueError where
    the chart cannot be drawn.
    """
    expect_extra()
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(chart.spec, vl_version=VERSION)
    head = _HEAD.match(drawn)
    if head is None:
        raise ValueError("vl-convert gave no SVG element")
    body = _DIGITS.sub("", _EMPTY.sub("", _ASIDES.sub("", drawn[head.end() :])))
    # The renderer numbers on from one picture to the next; here the numbers begin anew.
    ids = {old: f"{chart.name}-{n}" for n, old in enumerate(dict.fromkeys(_ID.findall(body)), 1)}
    body = _ID.sub(lambda found: ids[found[0]], body)
    names = f"{chart.name}-title", f"{chart.name}-facts"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" {head.group(1)} role="img"'
        f' aria-labelledby="{names[0]}" aria-describedby="{names[1]}">'
        f'<title id="{names[0]}">{escape(chart.title)}</title>'
        f'<desc id="{names[1]}">{escape(". ".join(chart.words))}</desc>{body}'
    )


def to_png(chart: Chart) -> bytes:
    """The chart as a PNG of twice its pixels. UsageError where the extra is missing."""
    expect_extra()
    import vl_convert

    return vl_convert.vegalite_to_png(chart.spec, vl_version=VERSION, scale=_SCALE)


def bundle() -> str:
    """A JavaScript module that draws specifications in a browser: it sets ``window.vegaEmbed``.

    It takes some seconds to make. UsageError where the extra is missing.
    """
    expect_extra()
    import vl_convert

    return vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=VERSION)


def expect_extra() -> None:
    """UsageError, with how to install it, where the extra is missing."""
    if not can_draw():
        raise UsageError(EXTRA)
