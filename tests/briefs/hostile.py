"""A brief of articles that try to be markup: in title, outlet, path, names and words."""

from __future__ import annotations

from collate.ledgers import Desk, an_actor, collated
from sayso.briefs import make_briefs
from sayso.model.collation import Brief

SCRIPT = "</title></style><script>alert(1)</script>"
IMAGE = '"><img src="http://evil.example/x.png" onerror="alert(1)">'
TURNED = "\u202eexe.txt\u202c \x1b]0;owned\x07 \x9b2J"
LINK = "[press](javascript:alert(1)) <b>now</b> | `code` *star* https://evil.example/a www.evil.example"


def hostile() -> Brief:
    speaker = an_actor(f"Ilse {IMAGE}", country="DNK", office="<i>envoy</i>")
    content = f"the ferry {{{{ 7 * 7 }}}} {LINK} &amp; {SCRIPT}"
    desk = Desk(
        f"1. She said {content}. {TURNED}",
        path="javascript:alert(1)//x.txt",
        outlet=f"Post {IMAGE} {TURNED}",
        title=f"# {SCRIPT} {LINK} {TURNED}",
    )
    [brief] = make_briefs(collated([desk.said(speaker, content, cue="said").ledger()]))
    return brief
