"""How Sphinx builds the documentation."""

from importlib.metadata import version as version_of

project = "Sayso"
author = "The Sayso contributors"
copyright = "2026, The Sayso contributors"  # noqa: A001  Sphinx wants this name
version = release = version_of("sayso")

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Who said what, and on whose say-so."}
html_show_sourcelink = False
myst_heading_anchors = 3
nitpicky = True
