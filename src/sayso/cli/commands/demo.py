"""`sayso demo`: the brief of the sample disputes."""

from __future__ import annotations

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso demo
  sayso demo --json | head -c 300
"""


def run(
    json: options.Json = False,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the brief of the sample disputes."""
    import logging
    from contextlib import chdir

    from sayso import samples
    from sayso.cli.briefing import print_briefs
    from sayso.cli.output import write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given)
    for number, dispute in enumerate(samples.disputes()):
        logging.getLogger(__name__).info("sample dispute: %s", samples.title(dispute))
        if number and not json:
            write_text("")
        paths = samples.paths(dispute)
        # From inside their folder, so that a brief does not tell where Sayso is installed.
        with chdir(paths[0].parent):
            names = [path.name for path in paths]
            print_briefs(names, Taking(), session, form="json" if json else "text")
