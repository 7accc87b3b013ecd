"""What stands around the word of a deal: its object, and what each preposition governs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.books.deals import DealBook
from sayso.reading.en.deals.favoured import favoured
from sayso.reading.en.deals.held import Slot, behind_of, governed, joined
from sayso.reading.en.deals.nominal import is_on_order
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Prepositions that a participle's phrase may have taken from the word above it: "shells made in A to B".
_STRAYING = frozenset({"to", "via", "through"})
# Prepositions between a noun for a deal and its weapons.
_ABOUT = frozenset({"for", "on", "over", "about", "regarding", "concerning"})
# Prepositions that tell of the weapons themselves, behind those.
_INSIDE = frozenset({"of", "in", "at", "for"})
# Prepositions of where something goes that comes from somewhere.
_ONWARDS = frozenset({"to", "for", "via", "through", "across", "into", "towards"})
# As what, or on what, something is got from somebody: "as a gift from".
_GIVEN = frozenset({"loan", "lease", "gift", "donation", "present", "aid"})
# Nouns of handing over inside that of a deal: "a contract for the delivery of".
_HANDING = frozenset({"delivery", "supply", "provision", "transfer", "sale", "export", "purchase"})
_COMING = frozenset({"come", "originate", "start", "set", "leave", "depart", "sail"})


def slots(tree: Tree, book: DealBook, index: int) -> tuple[Slot, ...]:
    """The nouns around a word of a deal, in text order."""
    objects = [*_objects(tree, index), *_apposed(tree, book, index)]
    found = set(objects)
    carriers = {index, *(slot.head for slot in objects)}
    if tree.tokens[index].tag.startswith("VB"):
        found |= set(governed(tree, index))
    else:
        found |= set(governed(tree, index, without={"of"}))
    if is_modifier(tree, index):
        carriers.add(tree.tokens[index].head)
        found |= set(governed(tree, tree.tokens[index].head, without={"of"}))
    for slot in objects:
        for head in joined(tree, slot.head):
            carriers.add(head)
            found |= set(_of_object(tree, book, head))
    parted = {slot.head for slot in found if slot.word == "with"}
    found |= {Slot("for", at) for at in favoured(tree, carriers | parted)}
    for head in parted:  # "parted with ten tanks *for Oslo*"
        found |= {one for one in governed(tree, head) if one.word in ("to", "for")}
    found |= set(_beyond(tree, index, found))
    found |= {*_of_option(tree, index, found), *_of_adjective(tree, index)}
    found |= set(_of_subjects(tree, index))
    found |= set(_above(tree, index))
    if is_swallowed(tree, index):
        found |= set(_of_verb(tree, tree.tokens[tree.tokens[index].head].head, index))
    if not tree.tokens[index].tag.startswith("VB"):
        about = [slot.head for slot in found if slot.word in _ABOUT]
        licence = any(tree.tokens[at].lemma == "export" for at in tree.children(index, "compound"))
        found |= {slot for at in about for slot in _inside(tree, at, licence)}
        behind = {
            slot.head
            for slot in found
            if slot.word in _ABOUT and tree.tokens[slot.head].lemma not in book.words.again
        }
        carriers |= behind
        found |= {slot for at in behind for slot in governed(tree, at, _INSIDE)}
    found |= set(_onwards(tree, index, found))
    things = [slot.head for slot in found if slot.word in ("object", "for", "with")]
    for at in (index, *things):
        found |= set(_meant(tree, book, at))
    for carrier in sorted(carriers):
        found |= set(_strayed(tree, book, carrier))
    return tuple(sorted(found, key=lambda slot: (slot.head, slot.word)))


def _apposed(tree: Tree, book: DealBook, index: int) -> Iterator[Slot]:
    """Reads "the tanks, a *gift* from Oslo, arrived"."""
    token = tree.tokens[index]
    if token.dep == "appos" and token.lemma in book.words.gifts:
        yield Slot("object", token.head)


def _of_object(tree: Tree, book: DealBook, head: int) -> Iterator[Slot]:
    """What was hung on the object: "sold tanks *to Oslo*", "laid the keel of a boat *for Oslo*"."""
    yield from governed(tree, head, without={"of", "in", "at"})
    if tree.tokens[head].lemma in book.words.measures or tree.tokens[head].tag == "JJ":
        for inner in behind_of(tree, head):
            yield from governed(tree, inner, without={"of", "in", "at"})


def _beyond(tree: Tree, index: int, found: Collection[Slot]) -> Iterator[Slot]:
    """Reads "was armed with tanks *by Oslo*", "had it on loan *from Oslo*", "ordered by Rome *from Oslo*", "bought it for Riga *from Oslo*"."""
    for whom in [slot.head for slot in found if slot.word == "for"]:
        if tree.tokens[whom].pos == "PROPN" or tree.children(whom, "poss"):
            yield from (slot for slot in governed(tree, whom) if slot.word == "from")
    for lent in [slot.head for slot in found if slot.word in ("on", "as")]:
        if tree.tokens[lent].lemma in _GIVEN:
            yield from governed(tree, lent)
    if tree.is_passive(index):
        for given in [slot.head for slot in found if slot.word == "with"]:
            yield from (slot for slot in governed(tree, given) if slot.word == "by")
        for doer in [slot.head for slot in found if slot.word == "by"]:
            if tree.tokens[doer].pos == "PROPN":
                yield from (slot for slot in governed(tree, doer) if slot.word == "from")


def _inside(tree: Tree, noun: int, licence: bool) -> Iterator[Slot]:
    """Reads "a contract for the delivery of tanks *to Oslo*", "an export licence for tanks *to Oslo*"."""
    if licence or tree.tokens[noun].lemma in _HANDING:
        for at in (noun, *behind_of(tree, noun)):
            yield from (slot for slot in governed(tree, at) if slot.word == "to")


def _of_adjective(tree: Tree, participle: int) -> Iterator[Slot]:
    """Reads "*Oslo*-supplied *tanks*"."""
    token = tree.tokens[participle]
    if token.dep == "amod" and token.tag == "VBN" and token.head > participle:
        for name in tree.children(participle, "npadvmod", "amod", "compound", "nmod"):
            if tree.tokens[participle - 1].text == "-" and name == participle - 2:
                yield Slot("object", token.head)
                yield Slot("by", name)


def _of_option(tree: Tree, verb: int, found: Collection[Slot]) -> Iterator[Slot]:
    """Reads "exercised an option for six tanks *with Oslo*"."""
    if any(tree.tokens[at].lemma == "option" for at in tree.children(verb, "dobj")):
        for thing in [slot.head for slot in found if slot.word == "for"]:
            yield from (one for one in governed(tree, thing) if one.word in ("with", "from"))


def _of_subjects(tree: Tree, verb: int) -> Iterator[Slot]:
    """Reads "six went to Oslo and four *to Riga*": where the second of two subjects goes."""
    for subject in tree.children(verb, "nsubj"):
        for other in tree.children(subject, "conj"):
            if other > verb:
                yield from governed(tree, other)


def _onwards(tree: Tree, index: int, found: Collection[Slot]) -> Iterator[Slot]:
    """Where it comes from, as the verb before tells, and where it goes, read as told of that: "from Oslo | for Malta |"."""
    sources = [slot for slot in found if slot.word == "from"]
    if not sources and tree.tokens[index].dep == "conj":
        yield from _come_from(tree, index)
    for slot in sources:
        yield from (one for one in governed(tree, slot.head) if one.word in _ONWARDS)


def behind(tree: Tree, index: int) -> Iterator[Slot]:
    """What the prepositions of a word govern: "sailed by way of Oslo"."""
    return governed(tree, index)


def _objects(tree: Tree, index: int) -> Iterator[Slot]:
    if not tree.tokens[index].tag.startswith("VB"):
        yield from _of_copula(tree, index)
        yield from _of_noun(tree, index)
        return
    if is_swallowed(tree, index):
        yield Slot("object", tree.tokens[index].head)
    raised, held = (
        _raised(tree, index),
        tree.children(index, "dobj") or _elsewhere(tree, index),
    )
    for head in (*raised, *held):
        yield Slot("object", _within(tree, _antecedent(tree, head)))
    for head in held:
        for second in tree.children(head, "appos"):  # "offered Oslo its tanks" read as one phrase
            if tree.children(second, "poss", "nummod", "det"):
                yield Slot("second", second)
    if _is_bare_relative(tree, index):
        yield Slot("object", tree.tokens[index].head)
    for head in tree.children(index, "dative"):
        if tree.tokens[head].pos != "ADP":
            yield Slot("beside", head)


def _elsewhere(tree: Tree, verb: int) -> list[int]:
    """Reads "passed *on ten tanks* to", and "aid for Oslo, including *tanks*"."""
    if tree.tokens[verb].dep == "prep":
        return tree.children(verb, "pobj")
    particles = tree.children(verb, "prt")
    return [at for particle in particles for at in tree.children(particle, "pobj")]


def _is_bare_relative(tree: Tree, index: int) -> bool:
    """Reads "the tanks it had ordered": a relative clause without its pronoun."""
    token = tree.tokens[index]
    if token.dep != "relcl":
        return False
    doer = tree.child(index, "nsubj", *PASSIVE_SUBJECTS)  # "the tanks it was promised"
    if doer is None or tree.tokens[doer].tag in ("WDT", "WP"):
        return False
    return not any(
        tree.tokens[at].dep != "mark"
        and (tree.tokens[at].tag in ("WDT", "WP") or tree.tokens[at].lemma == "that")
        for at in tree.subtree(index)
        if token.head < at < doer
    )


def is_swallowed(tree: Tree, index: int) -> bool:
    """Whether a gerund was read as a part of its object: "ruled out leasing frigates from"."""
    token = tree.tokens[index]
    object_of = tree.tokens[token.head].dep
    gerund = token.tag == "VBG" or (token.tag == "NN" and token.text.endswith("ing"))
    inside = gerund and token.dep in ("compound", "amod") and token.head > index
    return inside and object_of == "dobj" and not tree.children(token.head, "det")


def is_modifier(tree: Tree, index: int) -> bool:
    """Whether a noun was read as a part of what it is about: "deliveries of Osa drones", drones of a kind."""
    return tree.tokens[index].dep in ("nmod", "compound") and bool(tree.children(index, "prep"))


def _raised(tree: Tree, index: int) -> list[int]:
    """The object of a passive: its subject, the noun of its participle, or what was read as a doer."""
    raised = tree.children(index, *PASSIVE_SUBJECTS)
    token = tree.tokens[index]
    if not raised and token.dep == "xcomp" and tree.is_passive(index):  # "is to be supplied with"
        return tree.children(token.head, "nsubj") if tree.tokens[token.head].lemma == "be" else []
    if not raised and token.dep == "acl" and token.tag == "VBN":
        return [token.head]
    if (
        not raised and token.dep == "conj" and tree.is_passive(index)
    ):  # "gave tanks and was paid with"
        return tree.children(token.head, *PASSIVE_SUBJECTS, "nsubj")
    if not raised and tree.children(index, "agent") and not tree.children(index, "dobj"):
        return tree.children(index, "nsubj")  # "rifles sold by …" read as a clause
    return raised


def _of_copula(tree: Tree, index: int) -> Iterator[Slot]:
    """Reads "the tanks are a gift from Oslo"."""
    verb = tree.tokens[index].head
    if is_on_order(tree, index):  # "has ten tanks on order"
        yield Slot("object", index - 2)
    if tree.tokens[index].dep == "attr" and tree.tokens[verb].lemma == "be":
        for head in tree.children(verb, "nsubj"):
            yield Slot("object", head)


def _set_out(tree: Tree, index: int) -> Iterator[Slot]:
    """Reads "two orders: *tanks* from Oslo, guns from Riga"."""
    for head in tree.children(index, "appos"):
        if any(tree.tokens[at].text == ":" for at in range(index, head)):
            yield Slot("object", head)


def _of_noun(tree: Tree, index: int) -> Iterator[Slot]:
    for head in tree.children(index, "compound", "amod", "nmod"):
        if tree.tokens[head].pos in ("NOUN", "PROPN", "ADJ"):
            yield Slot("before", head)
    for head in tree.children(index, "dobj"):  # a gerund read as a noun: "ruled out buying tanks"
        yield Slot("object", _within(tree, head))
    yield from _set_out(tree, index)
    if is_swallowed(tree, index):
        yield Slot("object", tree.tokens[index].head)
    for slot in governed(tree, index):
        if slot.word == "of":
            yield Slot("object", slot.head)
        elif slot.word in ("to", "from", "by") or _is_day(tree, slot):
            for inner in governed(tree, slot.head):  # "a sale to Chile of two tanks"
                if inner.word in ("of", "for"):
                    yield Slot("second", inner.head)


def _above(tree: Tree, index: int) -> Iterator[Slot]:
    """What the verb above a noun has taken from it: "resumed shipments of shells to …"."""
    if tree.tokens[index].tag.startswith("VB"):
        return
    at = index
    while (
        tree.tokens[at].dep in ("dobj", "pobj", "prep", "nsubjpass", "attr")
        and tree.tokens[at].head != at
    ):
        at = tree.tokens[at].head
        if tree.tokens[at].pos == "NOUN":  # "reports of deliveries to …"
            for slot in governed(tree, at):
                if slot.word in _STRAYING and slot.head > index:
                    yield slot
        if tree.tokens[at].tag.startswith("VB"):
            yield from _of_verb(tree, at, index)
            return


def _come_from(tree: Tree, verb: int) -> Iterator[Slot]:
    """Reads "*came from Oslo* and were meant for": where what the second verb is about comes from."""
    first = tree.tokens[verb].head
    if tree.tokens[first].lemma in _COMING and not tree.children(
        verb, *SUBJECTS, *PASSIVE_SUBJECTS
    ):
        yield from (slot for slot in governed(tree, first) if slot.word == "from")


def _is_day(tree: Tree, slot: Slot) -> bool:
    return slot.word in ("on", "in") and tree.tokens[slot.head].entity.endswith("DATE")


def _of_verb(tree: Tree, verb: int, noun: int) -> Iterator[Slot]:
    held = tree.tokens[noun].dep == "dobj" and tree.tokens[noun].head == verb
    for whom in tree.children(verb, "dative", "dobj") if held else ():
        if whom < noun and tree.tokens[whom].pos == "PROPN":  # "sent Oslo a letter of offer"
            yield Slot("beside", whom)
    for slot in governed(tree, verb):
        if slot.word in (*_STRAYING, "for", "with", "from") and slot.head > noun:
            yield slot
            if slot.word == "to":  # "cleared the sale to Oslo of …"
                yield from (
                    Slot("second", i.head) for i in governed(tree, slot.head) if i.word == "of"
                )
        elif slot.word == "of" and slot.head > noun:  # the same, read as the verb's
            yield Slot("second", slot.head)
        elif _is_day(tree, slot) and slot.head > noun:
            for inner in governed(tree, slot.head):  # "took delivery on Friday of …"
                if inner.word == "of":
                    yield Slot("second", inner.head)


def _meant(tree: Tree, book: DealBook, thing: int) -> Iterator[Slot]:
    """For whom a thing is: "missiles destined for Oslo"."""
    for participle in tree.children(thing, "acl", "amod"):
        if tree.tokens[participle].lemma in book.words.meant:
            for slot in governed(tree, participle):
                if slot.word == "for":
                    yield Slot("meant", slot.head)


def _strayed(tree: Tree, book: DealBook, thing: int) -> Iterator[Slot]:
    """The route below a participle that tells where or by whom the thing was made."""
    for participle in tree.children(thing, "acl", "amod", "advcl", "prep", "relcl", "oprd"):
        if not _lets_stray(tree, book, participle):
            continue
        waiting = [participle]
        for at in waiting:
            for slot in governed(tree, at):
                if slot.word in _STRAYING or (slot.word == "from" and at == participle):
                    yield slot
                waiting.append(slot.head)


def _lets_stray(tree: Tree, book: DealBook, behind: int) -> bool:
    """Whether a route behind these words is the deal's: "tanks made in", "tanks it buys from"; "worth"."""
    token, words = tree.tokens[behind], book.words
    if token.dep == "relcl":
        return _is_bare_relative(tree, behind) and token.lemma in words.makings | words.having
    return token.lemma == "worth" or (token.tag == "VBN" and token.lemma in words.makings)


def _within(tree: Tree, index: int) -> int:
    """The noun of a participle that was read as the head of its phrase: "rifles sold by … were seized"."""
    if tree.tokens[index].tag in ("VBN", "VBD"):
        named = tree.child(index, "nsubj")
        return index if named is None else named
    return index


def _antecedent(tree: Tree, index: int) -> int:
    token = tree.tokens[index]
    if token.tag in ("WDT", "WP") or (token.tag == "IN" and token.lemma == "that"):
        for up in tree.ancestors(index):
            if tree.tokens[up].dep == "relcl":
                return tree.tokens[up].head
    return index
