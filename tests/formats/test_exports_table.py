"""The table of exports in the reference is what the program makes."""

from __future__ import annotations

import re

from navigator.cli.app import export
from navigator.cli.commands.export_credentials import FORMS
from navigator.formats.plan_table import PLANS
from navigator.formats.resume_files import RESUMES
from navigator.formats.table import SUMMARIES
from navigator.services.referral import FORMATS as REFERRALS
from tests.running import ROOT

TOLD = re.compile(r"^\| `([\w-]+)` \| ([\w, -]+) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_the_reference_names_every_export_its_formats_and_what_it_cannot_carry() -> None:
    rows = TOLD.findall((ROOT / "docs" / "reference" / "exports.md").read_text(encoding="utf-8"))
    formats = {name: tuple(forms.split(", ")) for name, forms, _what, _cannot in rows if forms != "yes"}
    tables = {"summary": SUMMARIES, "resume": RESUMES, "plan": PLANS, "referral": REFERRALS}
    expected = {name: tuple(row.name for row in table) for name, table in tables.items()}  # type: ignore[attr-defined]
    assert formats == expected | {"badge": tuple(sorted(FORMS)), "clr": ("json",), "ler-rs": ("json",)}
    commands = {c.name or c.callback.__name__ for c in export.app.registered_commands}  # type: ignore[union-attr]
    assert formats.keys() == commands
