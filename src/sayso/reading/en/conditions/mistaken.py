"""Conditions whose verb the parser takes for a noun: "if its companies ship drone engines"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.tree import Tree


def mistaken(tree: Tree, marker: int) -> Iterator[Draft]:
    """The condition that an "if" opens which stands before nouns alone."""
    if _is_mistaken(tree, marker):
        yield _verbless(tree, marker)


def _is_mistaken(tree: Tree, marker: int) -> bool:
    """Reads "if its companies | ship drone engines", where the parser finds nouns alone."""
    token = tree.tokens[marker]
    above = tree.tokens[token.head]
    if token.lemma not in ("if", "unless") or token.dep != "mark" or token.head <= marker + 1:
        return False
    verb = above.pos in ("VERB", "AUX") or tree.children(token.head, "aux", "auxpass", "cop")
    return above.tag in ("NN", "NNS", "NNP") and not verb


def _verbless(tree: Tree, marker: int) -> Draft:
    """The words up to the next mark; whoever is named first would act."""
    last = tree.sentences[tree.sentence(marker)].last
    end = next((at for at in range(marker, last) if tree.tokens[at].pos == "PUNCT"), last)
    words = range(marker + 1, end)
    nouns = (at for at in words if tree.tokens[at].pos in ("NOUN", "PROPN"))
    head = tree.tokens[marker].head
    return Draft(
        head=head,
        condition=frozenset(words),
        marker=frozenset({marker}),
        certain=True,
        demanded=tree.tokens[marker].lemma == "unless",
        doer=next(nouns, head),
    )
