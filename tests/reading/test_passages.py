"""What is kept of a passage is told of the text again, each token where it stands there."""

from __future__ import annotations

from dataclasses import MISSING, fields

from sayso.model.reading import Sentence, Token
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.passages import packed, parts_of, placed
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.drafts import moved as moved_draft
from sayso.reading.tree import Tree

WHOLE = Found(
    head=3,
    cue={3, 4},
    act="writing",
    frame="clause",
    force="denying",
    modality="promised",
    speaker={0, 1},
    hearer={6},
    content={9, 10, 12},
    relay=({14, 15}, "cites"),
    further=(({17}, "reports"),),
    takes_quote=True,
    occasion=19,
    nested=True,
)


DRAFT = Draft(
    head=3,
    condition=frozenset({3, 4}),
    marker=frozenset({2}),
    rest=frozenset({7, 9}),
    certain=True,
    demanded=True,
    aside=frozenset({11}),
    named=False,
    doer=5,
    ultimatum=True,
    lasting=True,
)


def moved(value: object, by: int) -> object:
    """The value with every token index in it moved."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int):
        return value + by
    if isinstance(value, set | frozenset):
        return {moved(one, by) for one in value}
    assert isinstance(value, tuple)
    return tuple(moved(one, by) for one in value)


def test_an_attribution_is_kept_whole_and_moved_whole() -> None:
    made = placed(packed(WHOLE), 100)
    for field in fields(Found):
        value = getattr(WHOLE, field.name)
        default = field.default if field.default_factory is MISSING else field.default_factory()
        assert value != default, f"the test says nothing of {field.name}"
        assert getattr(made, field.name) == moved(value, 100), field.name


def test_what_is_told_again_is_the_readers_own() -> None:
    kept = packed(WHOLE)
    placed(kept, 0).content.clear()
    assert placed(kept, 0) == WHOLE


def test_what_has_no_cue_has_no_place() -> None:
    carried = Found(head=-1, cue=set(), act="speech", frame="carried", content={2})
    assert placed(packed(carried), 5).head == -1


def test_what_may_be_a_condition_is_moved_whole() -> None:
    assert all(DRAFT[at] != default for at, default in enumerate(Draft(0, frozenset())))
    assert moved_draft(DRAFT, 100) == tuple(moved(value, 100) for value in DRAFT)
    bare = Draft(3, frozenset({3}))
    assert moved_draft(bare, 1) == Draft(4, frozenset({4}))


def test_passages_are_told_apart_by_the_white_space_that_the_model_sees() -> None:
    token = Token(0, 4, "Ships", "ship", "NOUN", "NNS", "ROOT", 0, "")
    tree = Tree((token,), (Sentence(0, 5, 0, 1, 0, False),))
    keys = [
        parts_of(text, tree, lambda _: 0)[0].key for text in ("Ships", "Ships \nSail", "Ships\n")
    ]
    assert keys == ["Ships", "Ships ", "Ships"]
