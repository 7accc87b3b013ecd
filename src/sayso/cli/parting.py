"""Articles into Parquet parts that the workers of a cluster write: what `read --parts` does."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from sayso.cli.filling import Cluster, Outcome, found, outcome, tell, watched
from sayso.cli.session import Session
from sayso.engines.filling import Filled
from sayso.engines.local import Taking
from sayso.engines.parts import Part
from sayso.engines.ray import crew
from sayso.engines.sharded import write_parts
from sayso.engines.version import reading_version
from sayso.model.ledger import Quarantine


def part(
    paths: Sequence[str], folder: Path, taking: Taking, session: Session, cluster: Cluster
) -> Outcome:
    """Write the parts that are not there yet. Those that were stopped leave nothing."""
    began = time.monotonic()
    folder = folder.absolute()
    done = Filled()
    with (
        watched(found(paths), paths, done, session) as seen,
        crew(session.settings, taking, *cluster) as hands,
    ):
        for made in write_parts(hands, seen, folder):
            if isinstance(made, Part):
                done.add(made.filled)
                for aside in made.asides:
                    tell(aside)
            else:  # a path that leads to no file
                stopped = isinstance(made, Quarantine)
                done.add(Filled(quarantined=stopped, skipped=not stopped))
                tell(made)
    return outcome(done, str(folder), reading_version(session.settings).id, began)
