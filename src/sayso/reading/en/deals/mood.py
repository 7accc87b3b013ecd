"""How a deal is told: the stage that the word itself tells, and the modality with its governors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from sayso.books.deals import DealWords, HandingSense
from sayso.model.deals import Mark
from sayso.model.ledger import Modality, Stage
from sayso.model.reading import Predicate
from sayso.reading.en.deals.marks import Governor
from sayso.reading.tree import Tree

_OPEN = frozenset({"can", "could", "may", "might", "would", "should"})
_UNTIL = frozenset({"before", "until"})
_AFTER = frozenset({"after", "since"})
_FUTURE = frozenset({"will", "shall"})
_ADDED = frozenset(
    {"potential", "possible", "eventual", "hypothetical", "any", "potentially", "possibly"}
)


def told(
    tree: Tree,
    index: int,
    predicate: Predicate,
    sense: HandingSense,
    governors: Sequence[Governor],
    taken: bool = False,
) -> Stage | None:
    """The stage that the word tells: that of its past and plain present, or of any form if settled.

    `taken`: the noun is object of a verb that tells it as done ("took delivery of").
    """
    token = tree.tokens[index]
    helpers = {tree.tokens[child].lemma for child in tree.children(index, "aux", "auxpass")}
    tags = {tree.tokens[child].tag for child in tree.children(index, "aux")}
    before = "TO" in tags and "have" in helpers  # "is said to have bought"
    open_ended = bool(helpers & (_OPEN | _FUTURE)) or ("TO" in tags and not before)
    done = bool(governors) and governors[0].mark in ("done", "denied")
    if sense.settled or (done and not open_ended):
        return sense.stage
    if not token.tag.startswith("VB") or open_ended:
        return sense.stage if taken else None
    if token.tag == "VBG" and (_is_followed(tree, index) or _is_preceded(tree, index)):
        return sense.stage
    if token.tag == "VBG":
        return None if predicate.condition is not None else _lasting(tree, index, sense)
    if token.tag == "VB" and not before:
        return None
    if sense.frame == "make":
        return sense.stage
    passive_now = tree.is_passive(index) and any(
        tree.tokens[child].tag in ("VBZ", "VBP") for child in tree.children(index, "auxpass")
    )
    presumed = token.dep == "acl" and token.tag == "VBN"
    open_ended = passive_now or is_awaited(tree, index) or _is_asked(tree, index)
    if (predicate.condition is not None and not presumed) or open_ended:
        return None
    return sense.stage


def _is_followed(tree: Tree, index: int) -> bool:
    """Reads "*After buying* tanks, Oslo will …", not "will … after buying tanks"."""
    token = tree.tokens[index]
    above = token.head
    if token.dep != "pcomp" or tree.tokens[above].lemma.lower() not in _AFTER:
        return False
    verb = tree.tokens[above].head
    helpers = {tree.tokens[at].tag for at in tree.children(verb, "aux")}
    return above < verb or not helpers & {"MD", "TO"}


def _is_preceded(tree: Tree, index: int) -> bool:
    """Reads "overhauled tanks *before handing* them to Oslo": both have been done."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    verb = tree.tokens[above.head]
    done = verb.tag in ("VBD", "VBN") and not tree.is_negated(above.head)
    helpers = {tree.tokens[at].tag for at in tree.children(above.head, "aux")}
    later = above.lemma.lower() == "before" and above.head < token.head
    return token.dep == "pcomp" and later and done and not helpers & {"MD", "TO"}


def _lasting(tree: Tree, index: int, sense: HandingSense) -> Stage | None:
    """The stage of what goes on: "was carrying rifles to", "has been getting them", "is buying"."""
    tags = {tree.tokens[child].tag for child in tree.children(index, "aux")}
    if is_reported(tree, index):
        return None
    if "VBD" in tags and sense.stage == "delivered":  # some had come
        return "shipped" if sense.frame == "arrive" else sense.stage
    going_on = bool(tags & {"VBZ", "VBP"}) and sense.stage == "contracted"
    return sense.stage if going_on or is_since(tree, index) else None


def is_reported(tree: Tree, index: int) -> bool:
    """Reads "*said* it *was sending* tanks": what goes on, or is to come, as it is told of in the past."""
    token = tree.tokens[index]
    helpers = {tree.tokens[at].tag for at in tree.children(index, "aux")}
    below = token.dep == "ccomp" and token.head < index
    return below and helpers == {"VBD"} and tree.tokens[token.head].tag == "VBD"


def mood(
    tree: Tree,
    words: DealWords,
    index: int,
    predicate: Predicate,
    governors: Sequence[Governor],
    stage: Stage | None = None,
) -> Modality:
    """The modality of the deal: what its governors make of it, else the word's own."""
    if is_negated(predicate, governors):
        return "denied"
    clause = _of_clause(tree, index, predicate)
    if clause is not None:
        return clause
    marks = {one.mark for one in governors}
    if "feared" in marks:
        return "feared"
    if _is_doubted(tree, index, words) or any(
        _is_doubted(tree, one.at, words) for one in governors
    ):
        return "doubted"
    if governors and governors[0].mark == "done":
        return "asserted"
    if (
        stage is not None
        and stage in _SAYING
        and not governors
        and predicate.modality == "asserted"
    ):
        return _SAYING[stage]
    if any(_is_open(tree, one.at) for one in governors):
        return "possible"
    weaker = () if marks & _SETTLING else _WEAKER
    found = [modality for mark, modality in weaker if mark in marks]
    return found[0] if found else _plain(predicate, marks)


def _plain(predicate: Predicate, marks: Set[Mark]) -> Modality:
    """The modality where no governor weakens the deal."""
    if predicate.modality == "possible" and marks & _PERMITTING:
        return "asserted"  # "approved a possible sale": the possibility is what is approved
    if predicate.modality in _OWN:
        return predicate.modality
    if predicate.modality == "requested" and predicate.tense in ("past", "present"):
        return "asserted"  # "demanded to know why Oslo had bought them", "is building them, it told Riga"
    if marks & _TOLD:
        return "asserted"
    if marks & _PLANNING or predicate.tense == "future":
        return "planned"
    return predicate.modality


def is_since(tree: Tree, index: int) -> bool:
    """Reads "has been getting them": what went on up to now has been done."""
    helpers = tree.children(index, "aux")
    return any(tree.tokens[at].lemma == "have" for at in helpers) and any(
        tree.tokens[at].tag == "VBN" for at in helpers
    )


def is_negated(predicate: Predicate, governors: Sequence[Governor]) -> bool:
    """Whether it is told not to be: unless somebody only sees to it that it does not come to pass."""
    if any(one.mark in ("denied", "refused") or one.negated for one in governors):
        return True
    return predicate.negated and not any(one.mark in ("feared", "prohibited") for one in governors)


def _is_open(tree: Tree, index: int) -> bool:
    beside = {tree.tokens[child].lemma for child in tree.children(index, "aux", "amod", "advmod")}
    return bool(beside & (_OPEN | _ADDED))


def _of_clause(tree: Tree, index: int, predicate: Predicate) -> Modality | None:
    """What the form of the clause makes of it: a question or a condition."""
    if _is_asked(tree, index):
        return "possible"
    if is_awaited(tree, index):
        return "possible"
    if _is_inverted(tree, index):
        return "hypothetical"
    if _is_preceded(tree, index) and predicate.condition is None:
        return "asserted"
    if predicate.condition is None:
        return None
    token = tree.tokens[index]
    return "asserted" if token.dep == "acl" and token.tag == "VBN" else "hypothetical"


def _is_asked(tree: Tree, index: int) -> bool:
    """Reads "whether Oslo has sold them"."""
    return any(tree.tokens[at].lemma == "whether" for at in tree.children(index, "mark"))


def is_awaited(tree: Tree, index: int) -> bool:
    """Reads "must ask Oslo *before it sends* them": what has not been done yet."""
    if tree.tokens[index].tag not in ("VBZ", "VBP", "VB") or tree.tokens[index].dep != "advcl":
        return False
    return any(tree.tokens[at].lemma in _UNTIL for at in tree.children(index, "mark"))


def _is_inverted(tree: Tree, index: int) -> bool:
    """Reads "Should Oslo sell": a condition without "if"."""
    doers = tree.children(index, "nsubj", "nsubjpass")
    return (
        any(
            tree.tokens[at].lemma == "should" and at < min(doers)
            for at in tree.children(index, "aux")
        )
        if doers
        else False
    )


def _is_doubted(tree: Tree, index: int, words: DealWords) -> bool:
    """Whether an adverb leaves it to others: "allegedly"."""
    return any(
        tree.tokens[at].lemma.lower() in words.doubting for at in tree.children(index, "advmod")
    )


# What words that tell an offer or a request by themselves make of the deal.
_SAYING: Mapping[Stage, Modality] = {"offered": "promised", "requested": "requested"}
_PERMITTING = frozenset({"authorised", "notified", "contracted", "prohibited", "negotiated"})
_SETTLING = frozenset({"agreed", "authorised", "contracted", "prohibited"})
_WEAKER: tuple[tuple[Mark, Modality], ...] = (
    ("requested", "requested"),
    ("offered", "promised"),
    ("considered", "possible"),
)
_OWN = frozenset({"possible", "hypothetical", "doubted", "feared"})
_TOLD = frozenset({"agreed", "authorised", "contracted", "notified", "negotiated", "prohibited"})
_PLANNING = frozenset({"announced", "enabled"})
