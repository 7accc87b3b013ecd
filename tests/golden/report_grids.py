"""Prints how the grids fare: crossed sentences, by frame and by words.

``python tests/golden/report_grids.py [NAME...] [--times 4] [--seed 1] [--half even|odd] [--worst 20]``: for each
grid the share of its crossings that are right, and of its frames that are right in all, in some and in none.
With ``--worst`` also the frames and the words that fail most, with an example. Look at the even frames while
rules are written; the odd ones are there to be counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from golden.grids import Grid, Verdict

_RESTS: Mapping[str, tuple[int, ...]] = {"even": (0,), "odd": (1,), "both": (0, 1)}


def main() -> None:
    """Cross the grids, read the sentences and print the result."""
    from golden.grids import cross, grids, judge
    from sayso.reading import Reader

    known = grids()
    parser = argparse.ArgumentParser(description="How the grids fare.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}")
    parser.add_argument("--times", type=int, default=4, help="crossings of each frame")
    parser.add_argument("--seed", type=int, default=1, help="another number, other crossings")
    parser.add_argument("--half", choices=_RESTS, default="both", help="only these frames")
    parser.add_argument("--worst", type=int, default=0, help="show so many that fail most")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(known)
    if unknown:
        parser.error(f"no grid {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    reader = Reader()
    for title in asked.names or known:
        grid = known[title]
        crossings = cross(grid, asked.times, asked.seed, _RESTS[asked.half])
        verdicts = list(judge(grid, crossings, reader))
        told = [f"{title:20} {summary(verdicts)}", *worst(grid, verdicts, asked.worst)]
        sys.stdout.write("\n".join(told) + "\n")


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many crossings are right, and how many frames always, at times and never."""
    from golden.grids import standing

    frames = _rights((one.crossing.number, one) for one in verdicts)
    right = sum(not one.wrong for one in verdicts)
    always = sum(all(rights) for rights in frames.values())
    never = sum(not any(rights) for rights in frames.values())
    stands, legs = standing(verdicts)
    return (
        f"{right:5}/{len(verdicts):<5} {right / max(1, len(verdicts)):.3f}   "
        f"frames: always {always}, at times {len(frames) - always - never}, never {never}"
        + (f"; act, stage and status {stands}/{legs}" if legs else "")
    )


def worst(grid: Grid, verdicts: Sequence[Verdict], most: int) -> Iterator[str]:
    """The words and the frames that fail most, the frames with an example."""
    for pool, entries in grid.pools.items() if most else ():
        rights = _rights(
            (place, one)
            for one in verdicts
            for place, entry in enumerate(entries)
            if entry.items() <= one.crossing.slots.items()
        )
        for place in _by_share(rights)[:most]:
            words = " | ".join(entries[place].values())
            yield f"  {pool} {sum(rights[place])}/{len(rights[place])} {words}"
    frames = _rights((one.crossing.number, one) for one in verdicts)
    for number in _by_share(frames)[:most]:
        rights_of = frames[number]
        yield f"  frame {number} {sum(rights_of)}/{len(rights_of)} {grid.frames[number].text}"
        example = next(one for one in verdicts if one.crossing.number == number and one.wrong)
        yield f"      [{', '.join(example.wrong)}] {example.crossing.text}"


def _rights(verdicts: Iterable[tuple[int, Verdict]]) -> Mapping[int, list[bool]]:
    found: dict[int, list[bool]] = defaultdict(list)
    for key, one in verdicts:
        found[key].append(not one.wrong)
    return found


def _by_share(rights: Mapping[int, list[bool]]) -> list[int]:
    """The keys under which anything fails, those of the least share first."""
    shares = {key: sum(found) / len(found) for key, found in rights.items()}
    return sorted((key for key in shares if shares[key] < 1), key=lambda key: (shares[key], key))


if __name__ == "__main__":
    from pathlib import Path

    sys.path[:0] = [str(Path(__file__).parents[1])]
    main()
