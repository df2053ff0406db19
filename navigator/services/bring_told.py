"""What a file held, and what of it was kept, as values: what a screen and `--json` are made from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from navigator.services.bring_ask import Chosen
from navigator.services.bring_found import Found


def told(found: Found, chosen: Chosen | None = None, record: str = "") -> dict[str, Any]:
    """What was found, and what of it was kept, as values."""
    items = chosen.items if chosen else ()
    return {
        "file": found.file,
        "kind": found.kind,
        "saved": record,
        "kept": len(items) + sum(word != "mine" for word in (chosen.differences.values() if chosen else ())),
        "items": [
            {"id": i.id, "group": i.group, "text": i.text, "from": i.source, "already": i.twin, "kept": i.id in items}
            for i in found.items
        ],
        "occupations": _occupations(found, chosen, items),
        "activities": _activities(found, chosen, items),
        "perhaps_inside": [
            {
                "item": w.item,
                "text": w.text,
                "likely": w.likely,
                "kind": chosen.more.kinds.get(w.item) if chosen else None,
            }
            for w in found.inside
        ],
        "papers_to_confirm": _papers(found, chosen, items),
        "differences": [
            {
                "what": d.what,
                "mine": d.mine,
                "theirs": d.theirs,
                "kept": chosen.differences.get(d.id, "mine") if chosen else "mine",
            }
            for d in found.differences
        ],
        "says": found.says,
        "silent": found.silent,
        "passed_over": found.passed_over,
        "notes": list(found.notes),
    }


def _occupations(found: Found, chosen: Chosen | None, items: Collection[str]) -> list[dict[str, Any]]:
    """What each piece of work was taken for."""
    return [
        {
            "item": g.item,
            "title": g.title,
            "code": g.code,
            "name": g.name,
            "sure": g.sure,
            "kept": bool(chosen and g.item in chosen.codes and g.item in items),
        }
        for g in found.guesses
    ]


def _activities(found: Found, chosen: Chosen | None, items: Collection[str]) -> list[dict[str, Any]]:
    """What was read of things done, each with the line it came from."""
    return [
        {
            "item": d.item,
            "activity": d.activity,
            "text": d.text,
            "from": d.line,
            "kept": bool(chosen and d.id in chosen.did and d.item in items),
        }
        for d in found.dids
    ]


def _papers(found: Found, chosen: Chosen | None, items: Collection[str]) -> list[dict[str, Any]]:
    """Papers that work of that kind requires, and whether they are held."""
    return [
        {
            "item": u.item,
            "licence": u.licence,
            "name": u.name,
            "title": u.title,
            "kept": bool(chosen and u.id in chosen.more.papers and u.item in items),
        }
        for u in found.unsaid
    ]
