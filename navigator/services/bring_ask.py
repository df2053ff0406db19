"""Ask what of a file should be kept, through the seam that all questions go through; and keep what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from navigator.domain.errors import Interrupted
from navigator.domain.question import Choice, Place, Question
from navigator.domain.record import Kind
from navigator.formats.words import upper_first
from navigator.i18n import _, ngettext
from navigator.records.store import Opened, RecordStore, now
from navigator.services.asking import Asker, Move, Reply
from navigator.services.bring_found import GROUPS, Did, Difference, Found, Guess, Inside, Item, Unsaid
from navigator.services.bring_keep import UNASKED, Answered, kept
from navigator.services.bring_words import clip

ALONE = Place(number=1, of=1, seconds_left=0)
MOST_SHOWN = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the person wants kept: ids of items, of the work whose occupation is right, of the activities they did, and a
    word for each difference."""

    items: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    differences: Mapping[str, str] = field(default_factory=dict)
    did: tuple[str, ...] = ()
    more: Answered = UNASKED

    @property
    def nothing(self) -> bool:
        """Whether nothing changes."""
        return not self.items and all(word == "mine" for word in self.differences.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where it was kept, and what followed from it."""

    path: Path
    notes: tuple[str, ...]


def all_new(found: Found) -> Chosen:
    """Everything that the record does not have, occupations only where they are sure; of two that differ, mine."""
    codes = tuple(g.item for g in found.guesses if g.sure and g.item in found.fresh)
    return Chosen(items=found.fresh, codes=codes, differences={d.id: "mine" for d in found.differences})


def ask(asker: Asker, found: Found) -> Chosen | None:
    """What to keep; None for nothing. Raises Interrupted when the person stops."""
    reply = _said(asker, _first(found))
    if reply not in ("all", "pick"):
        return None
    items = found.fresh if reply == "all" else _picked(asker, found)
    codes = _codes(asker, tuple(g for g in found.guesses if g.item in items))
    did = _did(asker, tuple(d for d in found.dids if d.item in items))
    more = Answered(
        kinds=_kinds(asker, tuple(w for w in found.inside if w.item in items)),
        papers=_papers(asker, tuple(u for u in found.unsaid if u.item in items)),
        asked_papers=True,
    )
    words = {d.id: _word(asker, d) for d in found.differences}
    return Chosen(items=items, codes=codes, did=did, differences=words, more=more)


def _first(found: Found) -> Question:
    fresh, seen = len(found.fresh), len(found.items) - len(found.fresh)
    known = ngettext("One thing is in your record already.", "{count} things are in your record already.", seen).format(
        count=seen
    )
    whole = ngettext("All that is new (one thing)", "All that is new ({count} things)", fresh).format(count=fresh)
    differ = _("Only what the two records say differently")
    choices = (
        Choice(id="all", text=whole if fresh else differ),
        Choice(id="pick", text=_("Let me pick")),
        Choice(id="none", text=_("Nothing")),
    )
    return Question(
        id="bring",
        kind="one",
        section="record",
        prompt=_("Nothing is kept yet. What should go into your record?"),
        help=known if seen else "",
        choices=tuple(c for c in choices if fresh or found.differences or c.id != "all"),
    )


def _said(asker: Asker, question: Question) -> Reply:
    reply = asker.ask(question, ALONE)
    if reply is Move.STOP:
        raise Interrupted
    return reply


def _picked(asker: Asker, found: Found) -> tuple[str, ...]:
    """The items ticked, group by group; back goes to the group before."""
    groups = [g for g in GROUPS if found.of(g)]
    picked: dict[str, tuple[str, ...]] = {}
    n = 0
    while n < len(groups):
        group = groups[n]
        items = found.of(group)
        before = picked.get(group, tuple(i.id for i in items if not i.twin))
        reply = _said(asker, _tick(group, items, before))
        if reply is Move.BACK:
            n = max(0, n - 1)
            continue
        picked[group] = reply if isinstance(reply, tuple) else before if reply is Move.SKIP else ()
        n += 1
    chosen = {i for some in picked.values() for i in some}
    return tuple(i.id for i in found.items if i.id in chosen)


def _tick(group: str, items: tuple[Item, ...], ticked: tuple[str, ...]) -> Question:
    return Question(
        id=f"bring.{group}",
        kind="many",
        section="record",
        prompt=_("{group}: which should be kept?").format(group=_(GROUPS[group])),
        choices=tuple(Choice(id=i.id, text=_short(i.text), help=_about(i)) for i in items),
        default=ticked,
        offered=True,
    )


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _about(item: Item) -> str:
    if item.twin:
        return _("your record has: {twin}").format(twin=clip(item.twin))
    return _("from: {line}").format(line=clip(item.source)) if item.source else ""


def _codes(asker: Asker, guesses: tuple[Guess, ...]) -> tuple[str, ...]:
    """The work whose occupation is right. Sure ones are ticked."""
    if not guesses:
        return ()
    sure = tuple(g.item for g in guesses if g.sure)
    reply = _said(
        asker,
        Question(
            id="bring.occupations",
            kind="many",
            section="record",
            prompt=_("These titles look like these kinds of work. Which are right?"),
            help=_("What you tick here is used to find work that fits you."),
            choices=tuple(
                Choice(id=g.item, text=_("{title} = {occupation}").format(title=_short(g.title), occupation=g.name))
                for g in guesses
            ),
            default=sure,
            offered=True,
        ),
    )
    return reply if isinstance(reply, tuple) else sure if reply is Move.SKIP else ()


def _did(asker: Asker, dids: tuple[Did, ...]) -> tuple[str, ...]:
    """The activities that the person ticks; nothing is ticked for them."""
    if not dids:
        return ()
    reply = _said(
        asker,
        Question(
            id="bring.did",
            kind="many",
            section="record",
            prompt=_("Some of your lines sound like these. Which did you do?"),
            help=_("What you tick here is used to find work that fits you."),
            choices=tuple(
                Choice(id=d.id, text=_short(d.text), help=_("from: {line}").format(line=clip(d.line))) for d in dids
            ),
        ),
    )
    return reply if isinstance(reply, tuple) else ()


def _kinds(asker: Asker, works: tuple[Inside, ...]) -> Mapping[str, Kind]:
    """What kind of work each line at a jail or a prison was; nothing where it was not answered."""
    if not works:
        return {}
    reply = _said(
        asker,
        Question(
            id="bring.inside",
            kind="many",
            section="record",
            prompt=_("These lines name a jail or a prison. Which work did you do while you were inside?"),
            help=_(
                "What you do not tick counts as a paid job there. Of work inside, an employer is not told the place."
            ),
            choices=tuple(Choice(id=w.item, text=_short(w.text)) for w in works),
            default=tuple(w.item for w in works if w.likely),
        ),
    )
    return {w.item: "inside" if w.item in reply else "paid" for w in works} if isinstance(reply, tuple) else {}


def _papers(asker: Asker, papers: tuple[Unsaid, ...]) -> tuple[str, ...]:
    """The papers that are held now; nothing is ticked for anybody."""
    if not papers:
        return ()
    said = _("for: {title}")
    reply = _said(
        asker,
        Question(
            id="bring.held",
            kind="many",
            section="record",
            prompt=_("Some of your work needs a license or a card. Which do you hold now?"),
            help=_("Leave out what has run out, or what you never had. What you tick counts in what fits."),
            choices=tuple(
                Choice(id=p.id, text=upper_first(p.name), help=said.format(title=clip(p.title))) for p in papers
            ),
        ),
    )
    return reply if isinstance(reply, tuple) else ()


def _word(asker: Asker, difference: Difference) -> str:
    """Mine, theirs or both. Skipping leaves mine."""
    choices = [
        Choice(id="mine", text=_("Keep what is here: {text}").format(text=difference.mine)),
        Choice(id="theirs", text=_("Take the other: {text}").format(text=difference.theirs)),
    ]
    if difference.both:
        choices.append(Choice(id="both", text=_("Keep both")))
    reply = _said(
        asker,
        Question(
            id=f"differ.{difference.id}",
            kind="one",
            section="record",
            prompt=_("The two records differ: {what}").format(what=difference.what),
            choices=tuple(choices),
        ),
    )
    return reply if isinstance(reply, str) else "mine"


def keep(store: RecordStore, opened: Opened, found: Found, chosen: Chosen) -> Saved:
    """Save what was chosen; a new record is saved empty first, so that this can be undone. Raises ChangedOutside or CannotWrite."""
    if opened.fingerprint is None:
        opened = store.save(opened, opened.record)
    after = kept(opened.record, found, chosen.items, chosen.codes, now(), chosen.differences, chosen.did, chosen.more)
    return Saved(path=store.save(opened, after.record).path, notes=after.notes)
