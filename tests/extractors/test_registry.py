from __future__ import annotations

from pathlib import Path

import sayso.extractors
from sayso.extractors import registry


def test_every_file_is_an_extractor_and_is_found_by_its_name() -> None:
    folder = Path(sayso.extractors.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert set(registry()) >= files
    assert list(registry()) == sorted(registry())
