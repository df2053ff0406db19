"""Work that somebody turns down: out of the list and out of the plan; and back again where they think otherwise."""

from __future__ import annotations

from dataclasses import replace

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Refusal
from navigator.domain.plan import Plan
from navigator.domain.record import Dismissal, Record
from navigator.engine.turned_down import with_work_again, without_work
from navigator.engine.validate import clean_line
from navigator.i18n import _, ngettext
from navigator.records.store import Opened, RecordStore, now
from navigator.services.match import Matcher
from navigator.services.titles import code_of

MOST_WHY = 200


def dismiss(
    catalogue: Catalogue, store: RecordStore, opened: Opened, which: str, why: str, undo: bool
) -> dict[str, str]:
    """Take an occupation out of the list and remember why, or take it back in. Raises NotFound or BadInput."""
    code = code_of(catalogue, which)
    record = opened.record
    changed = _back(catalogue, store, opened, code) if undo else _out(record, code, why)
    saved = store.save(opened, changed)
    shown = Matcher(catalogue=catalogue, record=saved.record).matches().shown
    before = {m.code for m in Matcher(catalogue=catalogue, record=record).matches().shown}
    came = next((m.name for m in shown if m.code not in before), "")
    return {
        "code": code,
        "name": catalogue.names[code],
        "undone": "yes" if undo else "",
        "moved_up": came,
        "plan": _planned(record.plan, changed.plan),
    }


def _out(record: Record, code: str, why: str) -> Record:
    others = (d for d in record.dismissed if d.code != code)
    no = Dismissal(code=code, why=clean_line(why)[:MOST_WHY], when=now())
    return replace(record, dismissed=(*others, no), plan=without_work(record.plan, code))


def _back(catalogue: Catalogue, store: RecordStore, opened: Opened, code: str) -> Record:
    record = opened.record
    if all(d.code != code for d in record.dismissed):
        said = _("{work} was not taken out of your list, so there is nothing to take back.")
        raise BadInput(said.format(work=catalogue.names[code]))
    plan = with_work_again(record.plan, _plan_before(store, opened, code), code)
    return replace(record, dismissed=tuple(d for d in record.dismissed if d.code != code), plan=plan)


def _plan_before(store: RecordStore, opened: Opened, code: str) -> Plan:
    """The plan as it was when this work was turned down; an empty one where no save tells."""
    for save in store.history(opened):
        try:
            earlier = store.open(save.path).record
        except Refusal:  # a save that cannot be read tells nothing
            return Plan()
        if all(d.code != code for d in earlier.dismissed):
            return earlier.plan
    return Plan()


def _planned(old: Plan, new: Plan) -> str:
    """What happened to the plan, in words; empty where nothing did."""
    gone, came = (len(old.goals) - len(new.goals), len(new.goals) - len(old.goals))
    if gone > 0:
        steps = len(old.actions) - len(new.actions)
        said = (
            _("It is out of your plan too: {goals} and {steps}. 'navigator record undo' brings that back.")
            if steps
            else _("It is out of your plan too: {goals}. 'navigator record undo' brings that back.")
        )
        return said.format(goals=_goals(gone), steps=_steps(steps))
    if came > 0:
        return _("It is back in your plan: {goals}, at its end.").format(goals=_goals(came))
    return ""


def _goals(count: int) -> str:
    return ngettext("{count} goal", "{count} goals", count).format(count=count)


def _steps(count: int) -> str:
    return ngettext("{count} step", "{count} steps", count).format(count=count)
