"""Between whom a weapon changes hands: the frame of the word decides who gives and who gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.actors import ActorBook
from sayso.books.deals import DealBook
from sayso.model.ledger import TransferAct
from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.deals.arrivals import Arrivals
from sayso.reading.en.deals.asides import Asides
from sayso.reading.en.deals.cargo import Cargo
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.consents import Consents
from sayso.reading.en.deals.counts import Counts
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.licences import Licences
from sayso.reading.en.deals.nominal import is_on_order
from sayso.reading.en.deals.packages import Packages
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.purchases import Purchases
from sayso.reading.en.deals.routes import Routes
from sayso.reading.en.deals.sources import Sources
from sayso.reading.en.deals.standing import Standing
from sayso.reading.en.deals.tellers import Tellers
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.users import EndUsers
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

# Whose the things of several givers are: their own.
_THEIRS = frozenset({"their", "its"})


class Between:
    """Finds the parties of the deals of one article."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        clauses: Clauses,
        parties: Parties,
        weapons: Weapons,
        counts: Counts,
        cargo: Cargo,
        attributions: Sequence[Attribution],
        known: ActorBook,
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._counts = counts
        self._doers = Doers(tree, book, clauses, parties, weapons, attributions)
        self._pairs = Pairs(clauses, parties, weapons, self._doers, known, book.words)
        self.standing = Standing(tree, parties, self._pairs, self._doers)
        self._sources = Sources(tree, book, parties)
        self._consents = Consents(tree, book, clauses, parties, self._pairs)
        self._users = EndUsers(tree, book.words, parties, self._doers, self._pairs)
        self._routes = Routes(tree, book.words, parties, weapons)
        self._asides = Asides(tree, book, clauses, parties, self._pairs, attributions)
        tellers = Tellers(tree, parties, weapons, attributions)
        self._purchases = Purchases(
            tree,
            book,
            clauses,
            parties,
            weapons,
            self._doers,
            self._pairs,
            self._sources,
            tellers,
            self._asides,
        )
        self._licences = Licences(
            tree, book, parties, clauses, self._doers, self._pairs, self._sources, self._consents
        )
        self._packages = Packages(
            tree,
            book.words,
            clauses,
            parties,
            self._doers,
            self._pairs,
            self._sources,
            attributions,
        )
        self._arrivals = Arrivals(
            tree, book, parties, weapons, self._doers, self._pairs, self._sources, cargo, tellers
        )

    def sides(self, deal: Deal, head: int, thing: Thing) -> tuple[Sides, ...]:
        """Who takes part, once for each who receives; nobody where both sides are one.

        Then nothing changes hands. The weapon tells whose it is where the words leave that open.
        """
        if deal.sense.frame == "make":
            made = self._licences.of(deal, head, self._weapons.country(thing.weapon))
            if made is None:
                return self._building(deal)
            return (Sides(made.licensor, made.state, None, made.maker, made.licensor),)
        if deal.sense.frame == "use":
            return (Sides(user=self._doers.of(deal)),)
        if deal.sense.frame == "hold":
            return tuple(self._pairs.apart(one, None) for one in self._packages.held(deal))
        if deal.sense.frame == "swap":
            return tuple(self._pairs.apart(o, None) for o in self._packages.swapped(deal, head))
        if deal.sense.frame == "arrive":
            return self._arrivals.of(deal, self._weapons.counted(thing, head))
        found = self._pairs.of(deal, thing)
        if found is None:
            taken = self._is_taken(deal, head)
            found = (self._purchases.of(deal, head, thing),) if taken else self._giving(deal, head)
        own = [one.actor for one in self._routes.told(deal.around) if one.actor]
        found = tuple(
            one._replace(giver=None) if one.giver and one.giver.actor in own else one
            for one in found
        )
        found = tuple(self._denied(deal, thing, self._supplied(deal, one)) for one in found)
        found = tuple(self._pointed(deal, thing, one) for one in found)
        found = tuple(one for one in found if self._is_whole(deal, one))
        counted = self._counts.of(thing, self._weapons.counted(thing, head)).number is not None
        maker = self._sources.maker(self._weapons.head_of(thing, head))
        return tuple(
            self._pairs.apart(each, maker, thing, counted)
            for one in found
            for each in self._each(deal, one)
        )

    def _is_whole(self, deal: Deal, sides: Sides) -> bool:
        """Whether enough is told: for whom it is meant, or to whom one turns, shows no way there alone."""
        sense = deal.sense.sense
        if sense.endswith(("meant", "turn")) and sides.giver is None:
            return False
        return sides.receiver is not None or not sense.endswith("supplier")

    def _pointed(self, deal: Deal, thing: Thing, sides: Sides) -> Sides:
        """The sides with whose, or by whom, the things are that a number stands for: "Oslo's ten, and supply two more"."""
        named = self._weapons.meant(thing)
        if named is None or bool(sides.giver) == bool(sides.receiver):
            return sides
        if sides.receiver is None:
            owner = self._sources.owner(named)
            known = self._pairs.is_state(self._pairs.acting(owner))
            return sides._replace(receiver=owner) if known else sides
        return sides._replace(giver=self._sources.bought(deal, named))

    def _supplied(self, deal: Deal, sides: Sides) -> Sides:
        """The sides with the giver whom only a programme, or a parliament that is told of it, shows."""
        if sides.giver is not None or sides.receiver is None:
            return sides
        giver = self._sources.programme(deal.at) or self._doers.notified(deal)
        if giver is None or self._pairs.are_one(giver, sides.receiver):
            return sides
        return sides._replace(giver=giver)

    def _denied(self, deal: Deal, thing: Thing, sides: Sides) -> Sides:
        """Who denies reports of a deal is of it, where one side is open: who has such weapons gave them."""
        if bool(sides.giver) == bool(sides.receiver):
            return sides
        denier = self._pairs.acting(self._doers.denying(deal))
        other = self._pairs.acting(sides.giver or sides.receiver)
        if not self._pairs.is_state(denier) or denier is None or other is None:
            return sides
        has = self._pairs.by_maker(thing, denier, other)
        if denier.actor == other.actor:
            return sides
        if sides.receiver is not None:
            return sides if has is None or has.giver is not denier else sides._replace(giver=denier)
        return sides if has is not None and has.giver is denier else sides._replace(receiver=denier)

    def _each(self, deal: Deal, sides: Sides) -> Iterator[Sides]:
        """One for each who gives and each who gets."""
        talking = any(one.mark == "negotiated" for one in deal.governors)
        for giver in (sides.giver,) if talking else self._parties.each(sides.giver):
            for receiver in self._parties.each(sides.receiver):
                yield sides._replace(giver=giver, receiver=receiver)

    def are_states(self, sides: Sides) -> bool:
        """Whether states are on both sides, or a company gives to a state's forces."""
        if not self._pairs.is_state(sides.receiver):
            return False
        armed = sides.receiver is not None and not self._book.words.forces.isdisjoint(
            sides.receiver.name.lower().split()
        )
        return self._pairs.is_state(sides.giver) or (
            armed and self._parties.is_company(sides.giver)
        )

    def are_powers(self, sides: Sides) -> bool:
        """Whether both sides are states, forces or companies."""
        both = (sides.giver, sides.receiver)
        return all(
            one is not None and (self._pairs.is_state(one) or self._parties.is_company(one))
            for one in both
        )

    def by_maker(self, thing: Thing, one: Party | None, other: Party | None) -> Sides | None:
        """Of two the one that gives: the company, or from whose state the weapon is."""
        return self._pairs.by_maker(thing, one, other)

    def are_one(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are one, or of one state."""
        return self._pairs.are_one(one, other)

    def apart(self, sides: Sides, thing: Thing) -> Sides | None:
        """Two sides with the states for which organs act; None where they are one, or no powers."""
        found = self._pairs.apart(sides, None, thing)
        named = [one for one in (found.giver, found.receiver) if one is not None]
        known = all(self._pairs.is_state(one) or self._parties.is_company(one) for one in named)
        return found if named and known else None

    def are_known(self, sides: Sides) -> bool:
        """Whether both sides are actors that the article names."""
        return all(one is not None and one.actor for one in (sides.giver, sides.receiver))

    def via(self, deal: Deal, sides: Sides | None = None) -> Iterator[Party]:
        """Through whom it goes, without becoming his: neither of the sides."""
        if deal.sense.frame == "make":
            return
        own = [one for one in (sides.giver, sides.receiver) if one] if sides else []
        for party in self._routes.of(deal.at, deal.around):
            if not any(self._pairs.are_one(party, one) for one in own):
                yield party

    def act(
        self, deal: Deal, sides: Sides, permitter: Party | None, via: Sequence[Party]
    ) -> TransferAct:
        """What is done: what a state supplies by another's leave is passed on, unless it only goes through there."""
        if deal.sense.frame == "make":
            return deal.sense.act if sides.licensor else "supply"
        if deal.sense.act != "supply" or permitter is None or sides.receiver is None:
            return deal.sense.act
        through = any(self._pairs.are_one(permitter, one) for one in via)
        ref = self._parties.ref(permitter)  # what a body of several states allows is nobody's
        state = self._pairs.is_state(permitter) and (ref is None or ref.type != "organisation")
        both = state and self._pairs.is_state(sides.giver)
        return "retransfer" if both and not through else "supply"

    def end_user(self, deal: Deal, sides: Sides, head: int) -> Party | None:
        """Whose the weapons are to be in the end, where it is neither of the sides."""
        return self._users.of(deal, sides, head)

    def permitter(self, deal: Deal, sides: Sides) -> Party | None:
        """Who allows or forbids the deal, where it is neither of its sides."""
        return self._consents.of(deal, sides)

    def _is_taken(self, deal: Deal, head: int) -> bool:
        """Whether the doer is the one who gets: also in "leased from", "took delivery of"."""
        token = self._tree.tokens[deal.at]
        taking = self._tree.tokens[token.head].lemma in self._book.words.taking
        if token.dep == "dobj" and taking and deal.sense.stage != "offered":
            return True
        if deal.sense.act == "lease" and not any(slot.word == "to" for slot in deal.around):
            source = self._doers.first(deal, "from") or self._sources.bought(deal, head)
            talking = any(one.mark == "negotiated" for one in deal.governors)
            return source is not None or (talking and self._doers.partner(deal) is not None)
        return deal.sense.frame == "get"

    def _giving(self, deal: Deal, head: int) -> tuple[Sides, ...]:
        """One for each who is given to."""
        giver = self._doers.of(deal) or self._doers.first(deal, "by", "from")
        giver = giver or self._asides.asked(deal)
        if giver is None or (giver.count or 1) > 1:
            owner = self._sources.owner(head)
            own = giver is not None and owner is not None and owner.name.lower() in _THEIRS
            giver = owner if owner is not None and not own else giver
        if deal.governors and deal.governors[0].mark in ("authorised", "prohibited"):
            giver = (
                self._doers.first(deal, "by", "from")
                or self._doers.owner(deal)
                or self._sources.national(deal, head, self._is_hindered(deal))
                or giver
            )
        accepting = self._doers.accepting(deal)
        if accepting is not None:
            named = self._doers.first(deal, "by", "from") or self._doers.before(deal)
            return (Sides(named or self._doers.owner(deal), accepting),)
        receivers = self._doers.all(deal, "to")
        if not receivers and self._is_moved(deal):
            return ()
        if not receivers:
            one = (
                self._doers.beside(deal, head)
                or self._doers.first(deal, "for", "meant")
                or self._pairs.acting(self._doers.asker(deal.governors))
                or self._doers.having(deal)
                or self._doers.dealing(deal)
                or self._asides.framed(deal)
                or self._asides.waiting(deal)
                or (self._asides.keeping(deal) if is_on_order(self._tree, deal.at) else None)
            )
            return (Sides(giver, one),)
        giver = self._other(deal, giver, receivers) or self._asides.speaking(deal, receivers)
        if self._is_letting(deal, giver, receivers):
            giver = None
        asker = self._doers.asker(deal.governors)
        asked = deal.governors and deal.governors[-1].mark != "requested"
        if asker is not None and asked and asker.actor not in [one.actor for one in receivers]:
            giver = asker  # who is let send them on to others has them
        return tuple(Sides(giver, one) for one in receivers)

    def _is_hindered(self, deal: Deal) -> bool:
        """Whether somebody stands, or stood, in the way of the deal: "blocks", "dropped its veto on"."""
        above = deal.governors[0]
        return above.mark == "prohibited" or self._clauses.mark(above.at) in ("cancelled", "lifted")

    def _is_letting(self, deal: Deal, giver: Party | None, receivers: Sequence[Party]) -> bool:
        """Whether who allows or forbids it gives nothing: "the House voted to block the sale of jets to Oslo"."""
        above = deal.governors[0].mark if deal.governors else None
        if giver is None or above not in ("authorised", "prohibited", "notified", "suspended"):
            return False
        named = {one.actor for one in map(self._pairs.acting, receivers) if one and one.actor}
        acting = self._pairs.acting(giver)
        same = acting is not None and acting.actor in named
        known = self._pairs.is_state(acting) or self._parties.is_company(giver)
        return same or not (known or (giver.count or 1) > 1)

    def _is_moved(self, deal: Deal) -> bool:
        """Whether one's own weapons go from place to place: "moved ships from the Atlantic to the Gulf"."""
        ends = {
            word: [slot.head for slot in deal.around if slot.word == word]
            for word in ("from", "to")
        }
        return all(
            heads
            and not any(map(self._parties.of, heads))
            and not any(map(self._weapons.things, heads))
            for heads in ends.values()
        )

    def _other(self, deal: Deal, giver: Party | None, receivers: Sequence[Party]) -> Party | None:
        """Of two who agree on what goes to one of them, the other gives."""
        doer = self._clauses.doer(deal.at)
        if giver is None or (giver.count or 1) == 1 or doer is None or len(receivers) != 1:
            return giver
        to = self._pairs.acting(receivers[0])
        two = self._parties.members(doer)
        rest = [
            one
            for one in two
            if to and (acting := self._pairs.acting(one)) and acting.actor != to.actor
        ]
        return rest[0] if len(two) == 2 and len(rest) == 1 else giver

    def _yard(self, deal: Deal) -> Party | None:
        """Whose yard it is where something is built: "are being built at a Turkish shipyard", "in Lorient"."""
        for slot in deal.around:
            if slot.word in ("at", "in"):
                party = self._parties.of(slot.head) or self._parties.of_place(slot.head, True)
                if self._pairs.is_state(party) or self._parties.is_company(party):
                    return party
        return None

    def _building(self, deal: Deal) -> tuple[Sides, ...]:
        """Who builds for whom: "is building two frigates for Oslo". Without a customer nothing is handed over."""
        builder = self._doers.of(deal) or self._doers.first(deal, "by") or self._yard(deal)
        customers = (slot.head for slot in deal.around if slot.word == "for")
        named = next(filter(None, map(self._parties.members, customers)), [])
        if builder is None or not all(self._pairs.is_state(self._pairs.acting(o)) for o in named):
            return ()
        return tuple(self._pairs.apart(Sides(builder, one), None) for one in named)
