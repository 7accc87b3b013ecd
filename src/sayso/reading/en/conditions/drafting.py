"""What may be a condition, passage by passage, kept for passages that come again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.cues import CueBook
from sayso.books.redlines import RedLineBook
from sayso.books.senses import SenseBook
from sayso.model.text import Actor, Article, Party
from sayso.reading.en.attribution.evidence import Cast, Evidence
from sayso.reading.en.attribution.passages import Part
from sayso.reading.en.conditions.anybody import is_any
from sayso.reading.en.conditions.asked_beside import AskedBeside
from sayso.reading.en.conditions.dares import Dares
from sayso.reading.en.conditions.doings import Doings
from sayso.reading.en.conditions.drafts import Draft, moved
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.en.conditions.marked import marked
from sayso.reading.en.conditions.orders import Orders
from sayso.reading.en.conditions.replies import Replies
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.en.conditions.sequels import Sequels
from sayso.reading.en.conditions.threatened_over import ThreatenedOver
from sayso.reading.en.conditions.unmarked import Unmarked
from sayso.reading.en.conditions.warned import Warned
from sayso.reading.kept import Kept
from sayso.reading.tree import Tree


class Drafting:
    """Finds drafts, and keeps those of the last passages, `reuse` tokens in all.

    Whether something is an answer may hang on who somebody is ("it will respond"): so what was found by asking
    the article's cast is found anew in the next article. All else hangs on the words alone.
    """

    def __init__(self, cues: CueBook, book: RedLineBook, senses: SenseBook, reuse: int = 0) -> None:
        self._cues = cues
        self._book = book
        self._senses = senses
        self._kept: Kept[str, tuple[Draft, ...]] = Kept(reuse)

    def of(self, parts: Iterable[Part], cast: Cast) -> Iterator[Draft]:
        """The drafts of a text; `cast` is that of the whole article."""
        for part in parts:
            passage = part.passage
            drafts = self._kept.get(part.key)
            if drafts is None:
                asked = _Asked(cast, passage.start)
                drafts = self._find(part, asked)
                if not asked.told:
                    self._kept.put(part.key, drafts, passage.last - passage.first)
            for draft in drafts:
                yield moved(draft, passage.first)

    def _find(self, part: Part, cast: Cast) -> tuple[Draft, ...]:
        """What a marked condition says already is not told again by an unmarked one."""
        tree, book = part.tree, self._book
        alone = Article(id="", text_sha256="", text=part.words)
        hostile = Hostile(tree, self._senses)
        responses = Responses(Evidence(alone, tree, cast), self._cues, book, hostile)
        orders = Orders(tree, book.warnings)
        sequels = tuple(Sequels(tree, book.warnings).find())
        known = (*marked(tree), *orders.find(), *Dares(tree).find())
        drafts = [one for one in known if one.condition and not _opens(one, sequels)]
        drafts.extend(sequels)
        drafts = list({(one.condition, one.marker): one for one in drafts}.values())
        beside = AskedBeside(tree, book, responses)
        over = ThreatenedOver(tree, book, responses)
        for each in (beside, over):
            drafts += [one for one in each.find() if not _is_told_again(one, drafts)]
        taken = [draft.condition for draft in drafts]
        drafts = [one for one in drafts if not any(one.condition < words for words in taken)]
        drafts = [one for one in drafts if not _only_lasts(one, drafts)]
        whole = [draft.condition | draft.marker for draft in drafts]
        doings = tuple(Doings(tree, book, responses).find())
        acts = {at for one in doings for at in one.condition}
        unmarked = (
            *Unmarked(tree, book, responses).find(),
            *Warned(tree, book).find(),
            *Replies(tree, book).find(),
        )
        for one in (*doings, *(one for one in unmarked if not one.condition & acts)):
            if one.condition and not any(_is_of(tree, one, words) for words in whole):
                drafts.extend([one] if _adds(tree, one, drafts) else [])
        return tuple(drafts)


def _opens(one: Draft, sequels: Iterable[Draft]) -> bool:
    """Whether a condition is only the opening of a sentence that goes on from the one before: "if not"."""
    words = one.condition | one.marker
    return any(words <= each.marker or one.marker == each.marker for each in sequels)


def _is_of(tree: Tree, one: Draft, words: frozenset[int]) -> bool:
    """Whether a condition's words belong to an unmarked draft, or follow at its end: these say what would bring it."""
    whole = one.condition | (one.rest or frozenset())
    first, last = min(words), max(whole)
    follows = last + 1 == first and tree.sentence(first) == tree.sentence(last)
    return bool(words & whole) or follows


def _adds(tree: Tree, draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Whether an unmarked condition is new, and no part of what another says will follow, or is told there of any such act.

    Of "a base there would force Oslo to rethink what it gives" only the base is a condition.
    """
    beside = [one.rest | one.aside for one in drafts if one.rest]
    holding = [words for words in beside if draft.condition <= words]
    told = any(
        up in rest and any(tree.tokens[at].text == "that" for at in tree.children(up, "mark"))
        for rest in holding
        for up in tree.ancestors(draft.head)
    )
    again = any(one.head == draft.head and draft.condition <= one.condition for one in drafts)
    return not again and (not holding or (told and is_any(tree, draft.head)))


def _is_told_again(one: Draft, drafts: Iterable[Draft]) -> bool:
    """Whether another condition is that of what follows, or holds the same words."""
    whole = one.condition | (one.rest or frozenset())
    return any(draft.head in whole or whole & draft.marker for draft in drafts)


def _only_lasts(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Whether an "until" only tells how long the answer to another condition lasts: "if …, we will … until …"."""
    rest = draft.rest or frozenset()
    return draft.lasting and any(one.certain and one.condition <= rest for one in drafts)


class _Asked:
    """An article's cast for a passage that begins at an offset, and whether it has told anything."""

    def __init__(self, cast: Cast, offset: int) -> None:
        self._cast = cast
        self._offset = offset
        self.told = False

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Nobody: which actors an article names is no matter of a passage."""
        return ()

    def party(self, start: int, end: int) -> Party:
        """Who the noun phrase at these offsets of the passage is."""
        self.told = True
        return self._cast.party(start + self._offset, end + self._offset)
