"""Adverbs that tell a clause on somebody's word: "The coach has reportedly agreed", "reportedly said that".

Whose word it is the text does not say. Beside a cue they put an unnamed source before its speaker; beside another
verb its clause is what was told, by nobody that is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.found import Found
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "parataxis"})
_MARKS = frozenset({"``", "''"})
_ASIDE = frozenset({"advcl", "parataxis"})


def on_hearsay(tree: Tree, book: CueBook, found: Sequence[Found]) -> Iterator[Found]:
    """The clauses told with such an adverb; a cue among `found` that has one is given its unnamed source."""
    cues = {one.head: one for one in found if one.content or _may_quote(tree, one)}
    for adverb, token in enumerate(tree.tokens):
        if token.lemma not in book.hearsay or token.dep != "advmod":
            continue
        verb = token.head
        cue = cues.get(verb)
        if cue is not None and cue.relay is None:
            cue.relay = (set(), "reports")
        elif tree.tokens[verb].pos in ("VERB", "AUX") and tree.tokens[verb].dep in _CLAUSES:
            subjects = tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
            if not subjects:
                continue
            content = tree.subtree(verb, without=_ASIDE) - {adverb}
            if tree.tokens[verb].dep == "conj":
                content = {at for at in content if at >= min(tree.subtree(subjects[0]))}
            yield Found(
                head=adverb,
                cue={adverb},
                act="speech",
                frame="hearsay",
                content=content,
            )


def _may_quote(tree: Tree, one: Found) -> bool:
    """Whether a quotation in its sentence may be the content of a cue that has none yet."""
    if not one.takes_quote or one.head < 0:
        return False
    sentence = tree.sentences[tree.sentence(one.head)]
    return any(tree.tokens[at].tag in _MARKS for at in range(sentence.first, sentence.last))
