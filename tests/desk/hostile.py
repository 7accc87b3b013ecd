"""Articles that try to be markup, script or style, and to turn their letters around."""

from __future__ import annotations

from pathlib import Path

import msgspec

from collate.ledgers import Desk
from sayso.engines.version import reading_version
from sayso.settings import Settings
from sayso.stores import Batch, Store

SCRIPT = "</title></textarea></script><script>window.pwned = 1</script>"
IMAGE = '"><img src=x onerror="window.pwned = 2"><svg onload="window.pwned = 3">'
LINK = "javascript:window.pwned=4"
STYLE = "</style><style>body { display: none }</style>"
TURNED = "\u202eexe.txt\u202c \u2066inside\u2069"


def write_hostile(folder: Path) -> list[Path]:
    """Two articles with all of it in title, outlet, address, names and words."""
    words = (
        f"Ilse Brandt, the envoy, said that the ferry {SCRIPT} would be late. "
        f"“If the ferry leaves, there will be consequences {IMAGE}”, she told reporters {TURNED}.\n\n"
        f"Oslo will sell missiles to Lima, the ministry said {STYLE}.\n"
    )
    given = {
        "title": f"Ferry {SCRIPT}{IMAGE}",
        "outlet": f"Post {IMAGE}{TURNED}",
        "url": LINK,
        "text": words,
        "published": "2031-05-02",
    }
    line = folder / f"a{'<img src=x onerror=alert(1)>'.replace('/', '')}.jsonl"
    line.write_bytes(msgspec.json.encode(given) + b"\n")
    page = folder / "b.html"
    page.write_text(
        f"<html><head><title>Ferry {IMAGE}</title></head><body onload='window.pwned=5'><article>"
        f"<h1>Ferry</h1><p onclick='window.pwned=6'>{words}</p>"
        f"<p><a href='{LINK}'>Ilse Brandt, the envoy, said that the ferry would be late.</a></p>"
        f"<p>The ferry would be late, the envoy said on Monday in Oslo, and would not say more.</p>"
        f"</article><script>window.pwned=7</script></body></html>",
        encoding="utf-8",
    )
    return [line, page]


def put_endless(store: Store) -> str:
    """An article of one paragraph of 5 MB, with words at its beginning and at its end; its id.

    Nobody reads it: no such paragraph is let in. Most of it is one word, which cannot be broken.
    """
    sea = "a" * 5_000_000 + " "
    text = (
        f"Ilse Brandt said the pier is shut {SCRIPT}. {sea}Per Holm said the tide is out {IMAGE}."
    )
    made = Desk(text, path="endless.txt", title=f"Endless {IMAGE}")
    made.said("Ilse Brandt", "the pier is shut").said("Per Holm", "the tide is out")
    store.write(Batch(version=reading_version(Settings()), ledgers=(made.ledger(),)))
    return made.article.id
