"""Small articles of our own: much happens to the store while little happens in the language model."""

from __future__ import annotations

from pathlib import Path

PEOPLE = ("Ona Berg", "Teo Ramsay", "Runa Falk", "Zelma Okonjo", "Ivo Marten", "Dina Solberg")
SAID = (
    "the bridge stays closed until the spring",
    "the ferry will not sail before the pay is settled",
    "no mill on the river will be sold",
    "the harbour needs a second crane",
)


def write_articles(folder: Path, number: int) -> None:
    """So many articles, one of them twice, and a file that cannot be read."""
    folder.mkdir(parents=True)
    for count in range(number):
        person, said = PEOPLE[count % len(PEOPLE)], SAID[count % len(SAID)]
        (folder / f"{count:03}.txt").write_text(
            f"Notice {count} from the harbour\n\n{1 + count % 28} May 2021\n\n"
            f"The mayor, {person}, told the news agency Corvane that {said}.\n"
        )
    (folder / "copy.txt").write_bytes((folder / "000.txt").read_bytes())
    (folder / "empty.txt").write_bytes(b"")


EXIT = 1  # what a run over them ends with: one input is quarantined
