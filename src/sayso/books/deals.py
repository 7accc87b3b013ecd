"""How a language tells a deal in arms: frames of the senses, governing words, and words about rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from sayso.books.entries import Entry
from sayso.books.load import read_book
from sayso.model.deals import Mark
from sayso.model.ledger import Stage, TransferAct

Frame = Literal["give", "get", "arrive", "make", "use", "hold", "swap"]


class HandingSense(Entry, frozen=True, kw_only=True):
    """What a sense means: the doer's part, the act, and the stage that the past tense tells.

    `stage` is None where the past tells only of what is to come ("chose").
    `places` are where the weapon stands, if elsewhere than in the frame ("replaced … *with* tanks").
    `settled`: the stage is the word's own in every tense ("offers", "a deal for").
    """

    sense: str
    frame: Frame
    act: TransferAct
    stage: Stage | None = None
    settled: bool = False
    places: tuple[str, ...] = ()


class _Governors(Entry, frozen=True, kw_only=True):
    mark: Mark
    aim: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class DealWords(Entry, frozen=True, kw_only=True):
    """Lists of words; each is told in the book."""

    light: frozenset[str]
    claims: frozenset[str]
    happening: frozenset[str]
    courts: frozenset[str]
    granting: frozenset[str]
    doubting: frozenset[str]
    taken: frozenset[str]
    examining: frozenset[str]
    owning: frozenset[str]
    having: frozenset[str]
    missions: frozenset[str]
    meant: frozenset[str]
    service: frozenset[str]
    ensuring: frozenset[str]
    denying: frozenset[str]
    able: frozenset[str]
    unable: frozenset[str]
    withholding: frozenset[str]
    excluding: frozenset[str]
    permissions: frozenset[str]
    own_permits: frozenset[str]
    winning: frozenset[str]
    aids: frozenset[str]
    gifts: frozenset[str]
    users: frozenset[str]
    final: frozenset[str]
    awarding: frozenset[str]
    ordering: frozenset[str]
    needing: frozenset[str]
    lacking: frozenset[str]
    applications: frozenset[str]
    again: frozenset[str]
    penalties: frozenset[str]
    telling: frozenset[str]
    taking: frozenset[str]
    measures: frozenset[str]
    classes: frozenset[str]
    mass: frozenset[str]
    portions: frozenset[str]
    batches: frozenset[str]
    carriers: frozenset[str]
    crews: frozenset[str]
    officers: frozenset[str]
    choosing: frozenset[str]
    forces: frozenset[str]
    programmes: Mapping[str, str]
    partners: frozenset[str]
    makings: frozenset[str]
    built: frozenset[str]
    captured: frozenset[str]
    holders: frozenset[str]
    fired: frozenset[str]
    brought: frozenset[str]
    flying: frozenset[str]
    afloat: frozenset[str]
    customers: frozenset[str]
    suppliers: frozenset[str]
    licences: frozenset[str]
    arrangements: frozenset[str]
    licensed: frozenset[str]
    pronouns: frozenset[str]
    pointing: frozenset[str]
    hands: frozenset[str]
    papers: frozenset[str]
    sending: frozenset[str]
    carrying: frozenset[str]
    loaded: frozenset[str]
    unloading: frozenset[str]
    moving: frozenset[str]
    crossing: frozenset[str]
    stopping: frozenset[str]
    stopovers: frozenset[str]
    untrue: frozenset[str]
    calling: frozenset[str]
    enacting: frozenset[str]
    addressed: frozenset[str]
    pending: frozenset[str]
    planned: frozenset[str]
    letting: frozenset[str]
    blocking: frozenset[str]
    truths: frozenset[str]
    signs: frozenset[str]
    objections: frozenset[str]
    blaming: frozenset[str]
    figurative: frozenset[str]
    fictions: frozenset[str]
    coming: frozenset[str]
    ourselves: frozenset[str]
    themselves: frozenset[str]
    ours: frozenset[str]
    lands: frozenset[str]
    others: frozenset[str]
    organs: frozenset[str]
    governing: frozenset[str]
    ending: frozenset[str]
    firms: frozenset[str]


class RuleWords(Entry, frozen=True, kw_only=True):
    """Nouns for rules, what a rule on arms or exports is about, and how strict it is; told in the book."""

    nouns: frozenset[str]
    loose: frozenset[str]
    bounds: frozenset[str]
    papers: frozenset[str]
    papering: frozenset[str]
    serving: frozenset[str]
    called: frozenset[str]
    drafting: frozenset[str]
    lists: frozenset[str]
    listing: frozenset[str]
    ceilings: frozenset[str]
    bars: frozenset[str]
    highest: frozenset[str]
    dual: frozenset[str]
    regimes: frozenset[str]
    licensing: frozenset[str]
    subjects: frozenset[str]
    trade: frozenset[str]
    trading: frozenset[str]
    holes: frozenset[str]
    strategic: frozenset[str]
    goods: frozenset[str]
    deeds: frozenset[str]
    strict: frozenset[str]
    lax: frozenset[str]
    fresh: frozenset[str]
    binding: frozenset[str]
    unbinding: frozenset[str]
    makers: frozenset[str]
    drafts: frozenset[str]


class _File(Entry, frozen=True, kw_only=True):
    source: str
    senses: tuple[HandingSense, ...]
    governors: tuple[_Governors, ...]
    words: DealWords
    rules: RuleWords


class DealBook(NamedTuple):
    """Senses by name, marks of governing verbs and nouns by lemma, and lists of words.

    `aimed` are the verbs whose object is the one who is to act ("asked Oslo to send").
    """

    senses: Mapping[str, HandingSense]
    verbs: Mapping[str, Mark]
    nouns: Mapping[str, Mark]
    aimed: frozenset[str]
    words: DealWords
    rules: RuleWords


def load_deals(language: str = "en") -> DealBook:
    """The book of deals of a language; BookError where an entry is broken."""
    book = read_book(language, "deals", _File)
    return DealBook(
        senses={f"transfers:{one.sense}": one for one in book.senses},
        verbs={word: group.mark for group in book.governors for word in group.verbs},
        nouns={word: group.mark for group in book.governors for word in group.nouns},
        aimed=frozenset(w for group in book.governors if group.aim for w in group.verbs),
        words=book.words,
        rules=book.rules,
    )
