"""Source edges: on which newsrooms and articles an article depends, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.collate.clusters import Cluster
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.model.collation import SourceEdge
from sayso.model.text import Span

Pair = tuple[Span, Span | None]


def find_edges(
    tellings: Iterable[Telling], clusters: Iterable[Cluster], parties: Parties
) -> tuple[SourceEdge, ...]:
    """Who cites which newsroom, and which articles quote one utterance with the same words."""
    return (*_cited(tellings, parties), *_same_utterance(clusters))


def _cited(tellings: Iterable[Telling], parties: Parties) -> Sequence[SourceEdge]:
    found: dict[tuple[str, str], dict[tuple[str, int, int], Pair]] = {}
    for telling in tellings:
        for link in parties.newsrooms(telling.statement):
            actor = parties.actor(link.party)
            if actor is not None:
                pairs = found.setdefault((telling.statement.article, actor.id), {})
                pairs[link.span.part, link.span.start, link.span.end] = (link.span, None)
    return [
        SourceEdge(
            article=article,
            source=source,
            how="cites",
            evidence=tuple(pairs[k] for k in sorted(pairs)),
        )
        for (article, source), pairs in sorted(found.items())
    ]


def _same_utterance(clusters: Iterable[Cluster]) -> Sequence[SourceEdge]:
    """Symmetric: told once per pair, from the article with the smaller id."""
    found: dict[tuple[str, str], dict[tuple[int, ...], Pair]] = {}
    for cluster in clusters:
        for _, _, likeness in cluster.ties:
            if likeness.quoted is None:
                continue
            here, there = sorted(
                (likeness.quoted.left, likeness.quoted.right), key=lambda span: span.article
            )
            if here.article != there.article:
                pairs = found.setdefault((here.article, there.article), {})
                pairs[here.start, here.end, there.start, there.end] = (here, there)
    return [
        SourceEdge(
            article=here,
            source=there,
            how="same_utterance",
            evidence=tuple(pairs[key] for key in sorted(pairs)),
        )
        for (here, there), pairs in sorted(found.items())
    ]
