"""Conditions that the parser misses: "if its companies ship drone engines", "“Whoever leaves,” he said, “will …”"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.tree import SUBJECTS, Tree

_WHOEVER = frozenset({"whoever", "whosoever"})


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


def whoever(tree: Tree, verb: int) -> Iterator[Draft]:
    """Reads "“Whoever opens the port,” she said, “will be …”": the clause before the telling, hung on that."""
    token = tree.tokens[verb]
    who = tree.child(verb, *SUBJECTS)
    anybody = who is not None and tree.tokens[who].lemma.lower() in _WHOEVER
    if token.dep not in ("advcl", "ccomp", "dep") or not anybody or token.head < verb:
        return
    words = tree.subtree(verb, without=("punct",))
    if max(words) < token.head and not has_modal(tree, verb):
        yield Draft(verb, frozenset(words), certain=True)
