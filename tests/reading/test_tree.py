"""Trees over tokens, and runs of indexes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.reading import Sentence, Token
from sayso.reading.tree import Tree, is_hung, runs


def token(text: str, dep: str, head: int, tag: str = "NN") -> Token:
    return Token(0, len(text), text, text.lower(), "NOUN", tag, dep, head, "")


# "the port was shut quickly"
TREE = Tree(
    (
        token("the", "det", 1),
        token("port", "nsubjpass", 3),
        token("was", "auxpass", 3, "VBD"),
        token("shut", "ROOT", 3, "VBN"),
        token("quickly", "advmod", 3),
    ),
    (Sentence(0, 24, 0, 5, 0, False),),
)


def test_a_token_hangs_on_a_root_and_on_itself_only_as_one() -> None:
    assert all(is_hung(TREE.tokens, at) for at in range(5))
    alone = (*TREE.tokens[:1], token("port", "conj", 1), *TREE.tokens[2:])
    assert not is_hung(alone, 1)
    circle = (token("the", "det", 1), token("port", "conj", 0), *TREE.tokens[2:])
    assert not is_hung(circle, 0)


def test_children_come_in_text_order_and_by_label() -> None:
    assert TREE.children(3) == [1, 2, 4]
    assert TREE.children(3, "auxpass", "advmod") == [2, 4]
    assert TREE.child(3, "dobj") is None


def test_a_subtree_leaves_branches_out() -> None:
    assert TREE.subtree(3) == {0, 1, 2, 3, 4}
    assert TREE.subtree(3, without=("nsubjpass",)) == {2, 3, 4}


def test_a_verb_knows_its_voice_and_group() -> None:
    assert TREE.is_passive(3)
    assert TREE.verb_group(3) == {2, 3}
    assert not TREE.is_negated(3)


def test_ancestors_end_at_the_root() -> None:
    assert list(TREE.ancestors(0)) == [1, 3]


@given(st.sets(st.integers(0, 60)))
def test_runs_hold_the_same_indexes(indexes: set[int]) -> None:
    found = runs(indexes)
    assert {index for start, end in found for index in range(start, end)} == indexes
    assert all(a[1] < b[0] for a, b in pairwise(found))
