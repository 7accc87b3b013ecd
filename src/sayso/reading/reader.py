"""Articles to Readings: one pass of the language model, then names, times and attributions."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence

from sayso.books.bonds import load_bonds
from sayso.books.cues import load_cues, load_words
from sayso.books.deal_frames import load_deal_frames
from sayso.books.deals import load_deals
from sayso.books.languages import is_read
from sayso.books.library import Books
from sayso.books.redlines import load_redlines
from sayso.books.senses import load_senses
from sayso.books.telling import load_telling
from sayso.meaning import load_meaning
from sayso.model.finding import everybody
from sayso.model.ledger import Caveat
from sayso.model.reading import Attribution, Reading, Token
from sayso.model.text import NEWSROOMS, Actor, Article, Mention, Party, When
from sayso.reading.en.attribution.attributions import Assembly
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.occasions import free_occasions
from sayso.reading.en.attribution.passages import Part, parts_of
from sayso.reading.en.attribution.telling import Tellings
from sayso.reading.en.chains.credits import Credit, find_credits
from sayso.reading.en.chains.papers import name_papers
from sayso.reading.en.chains.resourcing import find_resourcing
from sayso.reading.en.chains.rumours import pass_on_rumours
from sayso.reading.en.conditions.conditions import Conditions
from sayso.reading.en.conditions.drafting import Drafting
from sayso.reading.en.conditions.tagged import scored
from sayso.reading.en.datelines import dateline_end
from sayso.reading.en.deals.handovers import Handovers
from sayso.reading.en.events.bonds import Bonds
from sayso.reading.en.events.framing import Framing
from sayso.reading.en.events.predicates import Predicates
from sayso.reading.en.events.rule_changes import RuleChanges
from sayso.reading.en.headlines.headlines import LONGEST, headline_statements
from sayso.reading.en.headlines.reading import (
    Headline,
    article_for,
    as_sentence,
    bare,
    read_headline,
)
from sayso.reading.en.names.cast import Cast
from sayso.reading.en.names.offices import classes_of
from sayso.reading.en.names.roster import Rosters
from sayso.reading.en.quantities.finder import find_quantities
from sayso.reading.en.repairs.walk import Repairs
from sayso.reading.en.tagging.tagger import Tagger
from sayso.reading.en.times.finder import find_times
from sayso.reading.en.times.lexing import Lexed, Lexer
from sayso.reading.language import LanguageModel
from sayso.reading.tree import Tree
from sayso.weights.attributions import load_weights
from sayso.weights.warnings import load_weights as load_warning_weights

Times = tuple[tuple[int, int, When], ...]


class Reader:
    """Reads articles one by one. Loading the language model takes one to two seconds.

    `model` names an installed spaCy pipeline or a folder (None: the small English one, whose weights are
    checked); `batch_size` is how many paragraphs the model is given at a time, and of `reuse` tokens what it said
    is kept for paragraphs that come again. Without `tagging` warnings are found by rules alone.
    """

    def __init__(
        self,
        model: str | None = None,
        batch_size: int = 64,
        reuse: int = 1_000_000,
        *,
        tagging: bool = True,
    ) -> None:
        self._books = Books()
        self._books.load()
        self._cues = load_cues()
        self._senses = load_senses()
        self._redlines = load_redlines()
        self._telling = load_telling()
        self._deals = load_deals()
        self._frames = load_deal_frames()
        self._bonds = load_bonds()
        self._language = LanguageModel(model, load_words(), batch_size, reuse)
        self._amend = Repairs(self._cues)
        self._tellings = Tellings(self._cues, load_weights(), reuse)
        self._framing = Framing(self._cues, self._senses, self._telling, reuse)
        self._drafting = Drafting(self._cues, self._redlines, self._senses, reuse)
        self._tagger = Tagger(load_warning_weights(), load_meaning) if tagging else None
        self._rosters = Rosters(reuse)
        self._lexer = Lexer(reuse)
        # Model and books stay: the collector need not walk through them again and again. Once is enough, and
        # of a second Reader nothing would ever be collected.
        if not gc.get_freeze_count():
            gc.freeze()

    def read(self, articles: Iterable[tuple[Article, tuple[Caveat, ...]]]) -> Iterator[Reading]:
        """One Reading an article, in the order given; an article's own Caveats come along."""
        for article, caveats in articles:
            yield self.read_one(article, caveats)

    def read_one(self, article: Article, caveats: tuple[Caveat, ...] = ()) -> Reading:
        """The Reading of one article; it depends on nothing that was read before.

        Of one in a language that is not read there is nothing beside the article and its Caveats.
        """
        if not is_read(article.language):
            return Reading(article=article, caveats=caveats)
        tokens, sentences = self._language.parse(article.text, dateline_end, self._amend)
        tree = Tree(tokens, sentences)
        cast = Cast(article, tokens, sentences, self._books, roster_of=self._rosters.of)
        lexed = self._lexer.of(article.text)
        times = find_times(article.text, tokens, sentences, article.published, lexed)
        credited = find_credits(article, self._books)
        evidence = Evidence(article, tree, cast)
        parts = parts_of(article.text, tree, dateline_end)
        told_by = self._attributions(evidence, parts, cast.actors, times, credited)
        attributions, papers = name_papers(told_by, tokens, self._books.roles)
        conditional = Conditions(
            evidence,
            attributions,
            self._cues,
            self._redlines,
            self._senses,
            self._telling,
            times,
        )
        mentions = self._mentions(article, tree, cast, times, lexed)
        tagger = self._tagger
        windows = tuple(tagger.of(tree, parts, mentions, attributions)) if tagger else ()
        conditions = scored(conditional.of(self._drafting.of(parts, cast)), windows, tree)
        predicates = Predicates(
            evidence, self._cues, self._senses, self._telling, times, attributions, conditions
        )
        told = tuple(predicates.of(self._framing.of(parts, _is_flash(article, tree))))
        handovers = Handovers(
            evidence, self._deals, self._frames, self._books, mentions, attributions, told
        )
        rules = RuleChanges(evidence, self._deals, self._books.actors, mentions, attributions, told)
        bonds = Bonds(evidence, self._bonds, mentions, told)
        headline = self._headline(article, tokens, cast, attributions, credited)
        named = (*papers, *headline.actors, *cast.actors, *(c.actor for c in credited))
        actors = {actor.id: actor for actor in named}
        dealt = (tuple(handovers.find()), tuple(rules.find()), tuple(bonds.find()))
        parties = (party for some in dealt for one in some for party in everybody(one))
        every = self._behind(parties) | actors
        return Reading(
            article=article,
            tokens=tokens,
            sentences=sentences,
            mentions=mentions,
            actors=tuple(every[key] for key in sorted(every)),
            attributions=(*attributions, *headline.attributions),
            predicates=told,
            conditions=conditions,
            tagged=conditional.tagged(windows),
            handovers=dealt[0],
            rule_changes=dealt[1],
            bonds=dealt[2],
            offices=classes_of(attributions, self._books.roles, self._redlines),
            declared=_declared(attributions, credited, actors.values()),
            caveats=caveats,
        )

    def _behind(self, parties: Iterable[Party]) -> dict[str, Actor]:
        """The states for which parties stand ("the Senate"), also where no word of the article names them."""
        acting = {party.actor for party in parties}
        states = self._books.actors.states.values()
        return {state.id: state for state in states if state.id in acting}

    def _attributions(
        self,
        evidence: Evidence,
        parts: Sequence[Part],
        actors: Sequence[Actor],
        times: Times,
        credited: Sequence[Credit],
    ) -> tuple[Attribution, ...]:
        tree = evidence.tree
        decided, quoted, nested = self._tellings.of(parts)
        stated = [one for one in decided if not _in_heading(tree, one.head)]
        if _is_flash(evidence.article, tree):
            alert = headline_statements(tree, self._cues, quoted)
            stated = alert if tree.sentences[0].heading else alert or stated
        free_occasions(tree, self._cues, stated)
        pass_on_rumours(tree, self._cues, stated)
        assembly = Assembly(evidence, self._cues, actors, times, credited, quoted, nested)
        return assembly.attributions(stated, find_resourcing(tree, self._cues))

    def _headline(
        self,
        article: Article,
        tokens: Sequence[Token],
        cast: Cast,
        told: Sequence[Attribution],
        credited: Sequence[Credit],
    ) -> Headline:
        """What the title says that somebody said."""
        case = as_sentence(article, tokens, self._books)
        if case is None:
            return Headline((), ())
        lead = article_for(case, self._cues)
        parsed = bare(*self._language.parse(f"{lead}{case}."), len(lead), len(case))
        return read_headline(
            article, case, Tree(*parsed), cast, self._books, self._cues, told, credited
        )

    def _mentions(
        self, article: Article, tree: Tree, cast: Cast, times: Times, lexed: Lexed
    ) -> tuple[Mention, ...]:
        found = list(cast.mentions)
        for start, end, when in times:
            found.append(Mention(type="time", span=article.span(start, end), when=when))
        for start, end, quantity in find_quantities(
            article.text, tree.tokens, tree.sentences, times, lexed
        ):
            found.append(Mention(type="quantity", span=article.span(start, end), quantity=quantity))
        return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.type)))


def _is_flash(article: Article, tree: Tree) -> bool:
    """Whether the whole text is one line in a headline's style, without a title: a wire's alert."""
    if article.title or len(tree.sentences) != 1:
        return False
    line = article.text.rstrip()
    return tree.sentences[0].heading or (len(line) <= LONGEST and line[-1:].isalnum())


def _in_heading(tree: Tree, head: int) -> bool:
    """Section headings are structure: they state nothing."""
    return head >= 0 and tree.sentences[tree.sentence(head)].heading


def _declared(
    attributions: Iterable[Attribution], credited: Iterable[Credit], actors: Iterable[Actor]
) -> tuple[Party, ...]:
    """The agencies and outlets that the article names as sources, each once, as first named."""
    carriers = {actor.id for actor in actors if actor.type in NEWSROOMS}
    links = (link.party for one in attributions for link in one.chain)
    found: dict[str, Party] = {}
    for party in (*links, *(credit.party for credit in credited)):
        if party is not None and party.actor in carriers:
            found.setdefault(party.actor or party.name, party)
    return tuple(found.values())
