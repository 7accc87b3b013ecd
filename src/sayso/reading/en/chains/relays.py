"""Relays: somebody lets somebody else speak ("X cited Y as saying", "Y was quoted by X as saying")."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.model.ledger import UTTERED, How
from sayso.reading.en.attribution.contents import clause_of
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import (
    CLAUSES_OF_NAME,
    agent_of,
    can_speak,
    head_of,
    hearer_of_verb,
    is_document,
    noun_phrase,
    subject,
)
from sayso.reading.en.repairs.phrases import NOMINAL
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

# Frames of what stands behind its cue.
_HELD = frozenset({"clause", "infinitive", "object", "gerund", "judgement"})


def relayed(tree: Tree, book: CueBook, index: int) -> list[Found]:
    """Reads "X cited Y as saying …", "Y was quoted (by X) as saying …", "X cited sources claiming …"."""
    lemma = tree.tokens[index].lemma
    how = book.relays[lemma]
    passive = tree.is_passive(index)
    if not passive and how != "cites":
        return []
    quoted = tree.child(index, *PASSIVE_SUBJECTS) if passive else tree.child(index, "dobj")
    if quoted is None and passive and tree.tokens[index].dep in ("acl", "advcl"):
        quoted = tree.tokens[index].head
    inner = _said_within(tree, book, index, quoted)
    outer_head = agent_of(tree, index)
    if outer_head is None and inner is not None:
        outer_head = _by(tree, inner)
    if passive:
        outer = noun_phrase(tree, outer_head) if outer_head is not None else None
    else:
        outer = subject(tree, book, index)
    if inner is None and not passive and outer and quoted is not None:
        return _before_colon(tree, book, index, quoted, outer)
    if inner is None or (not passive and outer is None):
        return []
    content = _inner_content(tree, book, inner) or _before(tree, book, index)
    cue = tree.verb_group(index) | {inner}
    cue |= {child for child in range(index, inner) if tree.tokens[child].lemma == "as"}
    speaker = None
    if quoted is not None and tree.tokens[quoted].tag != "WDT":
        speaker = noun_phrase(tree, quoted) - cue
    said = book.verbs[tree.tokens[inner].lemma][0]
    found = Found(
        head=inner,
        cue=cue,
        act=said.act,
        force=said.force,
        modality=said.modality,
        frame="relay",
        speaker=speaker,
        content=content - cue,
        hearer=_told_within(tree, book, inner, content),
        takes_quote=True,
    )
    found.relay = (outer or set(), how)
    return [found]


def _told_within(tree: Tree, book: CueBook, inner: int, content: set[int]) -> set[int] | None:
    """Whom the one who is quoted told it: "as telling the court that"."""
    hears = any("hearer" in sense.frames for sense in book.verbs[tree.tokens[inner].lemma])
    told = hearer_of_verb(tree, inner) if hears else None
    return noun_phrase(tree, told) if told is not None and told not in content else None


def is_as_passed_on(tree: Tree, participle: int) -> bool:
    """Reads "as reported by X", "as cited by X"."""
    marked = [tree.tokens[at].lemma for at in tree.children(participle, "mark", "advmod")]
    passive = tree.tokens[participle].tag == "VBN" and not tree.children(participle, "auxpass")
    return passive and "as" in marked and agent_of(tree, participle) is not None


def _before_colon(
    tree: Tree, book: CueBook, index: int, quoted: int, outer: set[int]
) -> list[Found]:
    """Reads "X cited Y: “…”": a quotation after the colon is Y's."""
    speaker = noun_phrase(tree, quoted)
    after = max(speaker) + 1
    is_colon = after < len(tree.tokens) and tree.tokens[after].text == ":"
    if not is_colon or not can_speak(tree, book, speaker):
        return []
    found = Found(
        head=index,
        cue=tree.verb_group(index),
        act="speech",
        frame="relay",
        speaker=speaker,
        takes_quote=True,
    )
    found.relay = (outer, book.relays[tree.tokens[index].lemma])
    return [found]


def _before(tree: Tree, book: CueBook, index: int) -> set[int]:
    """Reads "The bridge was mined, X quoted Y as saying": the clause stands before the citing verb."""
    clause = tree.child(index, "ccomp")
    return clause_of(tree, book, clause) if clause is not None and clause < index else set()


def join_citing(tree: Tree, book: CueBook, found: list[Found]) -> list[Found]:
    """Reads "X reported, citing two officials, that …": theirs are the words, X passes them on."""
    gone: set[int] = set()
    for index, token in enumerate(tree.tokens):
        reference = _is_reference(tree, book, index)
        how = "cites" if reference else book.relays.get(token.lemma)
        if how != "cites" or not (reference or token.tag == "VBG"):
            continue
        if tree.tokens[token.head].lemma == "without":
            gone.add(index)
            continue
        thing = tree.child(index, "pobj" if reference else "dobj")
        if thing is not None and thing > index:
            source = tree.subtree(thing, without=CLAUSES_OF_NAME)
        else:
            source = _named_after(tree, index)
        said = _that_clause(tree, index)
        clause = {at for at in tree.subtree(index) if at >= index} - said
        if reference:
            clause |= {index - 2, index - 1}
        if not _is_source(tree, book, source):
            continue
        teller = _teller(tree, found, index, clause, said)
        if teller is not None and teller.speaker:
            teller.relay = (teller.speaker, how)
            if not is_document(tree, book, source):
                teller.act = "speech"
            teller.speaker = source
            teller.content = (teller.content | said) - clause
            gone.add(index)
    gone |= _which_cited(tree, book, found)
    _pass_on(tree, book, found)
    return [one for one in found if one.head not in gone]


def _which_cited(tree: Tree, book: CueBook, found: list[Found]) -> set[int]:
    """Reads "according to X, which cited two officials": theirs are the words; the verbs that cite."""
    used: set[int] = set()
    for one in found:
        passed = one.frame == "according" or (one.relay is not None and one.relay[1] == "cites")
        if not passed or not one.speaker:
            continue
        inside = sorted({*one.speaker, *tree.children(head_of(tree, one.speaker))})
        for verb in (at for at in inside if tree.tokens[at].dep == "relcl"):
            thing = tree.child(verb, "dobj")
            if book.relays.get(tree.tokens[verb].lemma) != "cites" or thing is None:
                continue
            source = tree.subtree(thing, without=CLAUSES_OF_NAME)
            if thing < verb or not can_speak(tree, book, source):
                continue
            how: How = "cites"
            outer = (noun_phrase(tree, tree.tokens[verb].head), how)
            if one.relay is None:
                one.relay = outer
            else:
                one.further = (*one.further, outer)
            one.speaker, one.act = source, "speech"
            used.add(verb)
            break
    return used


def _pass_on(tree: Tree, book: CueBook, found: list[Found]) -> None:
    """Reads "plans to close, as first reported by X": the tail is a link, and nothing that is planned."""
    for participle, token in enumerate(tree.tokens):
        how = book.relays.get(token.lemma)
        if how is None or token.dep != "advcl" or not is_as_passed_on(tree, participle):
            continue
        tail = tree.subtree(participle)
        agent = agent_of(tree, participle)
        for one in found:
            inside = participle in one.content and one.head not in tail and one.frame in _HELD
            if inside and agent is not None and tree.tokens[agent].pos == "PROPN":
                one.content -= tail
                if one.relay is None:
                    one.relay = (noun_phrase(tree, agent), how)


def _is_source(tree: Tree, book: CueBook, source: set[int]) -> bool:
    """Whether words can be from it: somebody, a document, "state television"."""
    if can_speak(tree, book, source) or is_document(tree, book, source):
        return True
    return bool(source) and tree.tokens[head_of(tree, source)].lemma in book.carrier_kinds


def _is_reference(tree: Tree, book: CueBook, to: int) -> bool:
    """Reads "with reference to X" beside a telling, as "citing X"."""
    noun = tree.tokens[to].head
    opens = tree.tokens[tree.tokens[noun].head].lemma
    referred = tree.tokens[noun].lemma in book.sourcing.references
    return tree.tokens[to].lemma == "to" and referred and opens == "with"


def _named_after(tree: Tree, citing: int) -> set[int]:
    """The nouns and names up to the next mark, where the parser found no object of "citing"."""
    found: set[int] = set()
    for at in range(citing + 1, tree.sentences[tree.sentence(citing)].last):
        token = tree.tokens[at]
        if token.pos not in NOMINAL and not token.text[:1].isupper():
            break
        found.add(at)
    return found


def _that_clause(tree: Tree, citing: int) -> set[int]:
    """The clause that the parser hung on "citing" and that is told: "reported, citing X, that …"."""
    for clause in tree.children(citing, "ccomp"):
        words = tree.subtree(clause)
        if tree.tokens[min(words)].lemma == "that" and tree.tokens[min(words) - 1].text == ",":
            return words
    return set()


def _teller(
    tree: Tree, found: list[Found], citing: int, clause: set[int], said: set[int]
) -> Found | None:
    """Whose telling a "citing" stands in: that of the verb above it, or one whose content it interrupts."""
    above = set(tree.ancestors(citing))
    sentence = tree.sentence(citing)
    for one in found:
        if one.head < 0 or one.head in clause or one.relay is not None:
            continue
        if tree.sentence(one.head) != sentence or one.act not in UTTERED:
            continue
        if (one.head in above or citing in one.content) and (one.content | said) - clause:
            return one
    return None


def _by(tree: Tree, inner: int) -> int | None:
    """Reads "was quoted as saying by X": the parser hangs "by" on the participle."""
    for preposition in tree.children(inner, "prep", "agent"):
        if tree.tokens[preposition].lemma == "by":
            return tree.child(preposition, "pobj")
    return None


def _said_within(tree: Tree, book: CueBook, index: int, quoted: int | None) -> int | None:
    """The participle of saying that a citing verb leads to."""
    heads = [index] if quoted is None else [index, quoted]
    for head in heads:
        for child in tree.children(head):
            token = tree.tokens[child]
            if token.lemma == "as" and child > index:
                for below in tree.children(child, "pcomp", "advcl"):
                    if tree.tokens[below].lemma in book.verbs:
                        return below
            said = token.tag == "VBG" and token.dep in ("acl", "advcl", "xcomp", "pcomp", "ccomp")
            if said and child > index and token.lemma in book.verbs:
                return child
    return None


def _inner_content(tree: Tree, book: CueBook, inner: int) -> set[int]:
    for kinds in (("ccomp", "xcomp"), ("dobj",)):
        for clause in tree.children(inner, *kinds):
            return clause_of(tree, book, clause)
    return set()
