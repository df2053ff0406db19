"""The table of exports in the reference is what the program makes."""

from __future__ import annotations

import re

from navigator.cli.commands import export
from navigator.cli.commands.export_credentials import FORMS
from navigator.formats.plan_table import PLANS
from navigator.formats.resume_files import RESUMES
from navigator.formats.table import SUMMARIES
from navigator.services.referral import FORMATS as REFERRALS
from tests.running import ROOT, navigator

TOLD = re.compile(r"^\| `([\w-]+)` \| ([\w, -]+) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_the_reference_and_the_help_name_every_export_and_its_formats() -> None:
    rows = TOLD.findall((ROOT / "docs" / "reference" / "exports.md").read_text(encoding="utf-8"))
    formats = {name: tuple(forms.split(", ")) for name, forms, _what, _cannot in rows if forms != "yes"}
    tables = {"summary": SUMMARIES, "resume": RESUMES, "plan": PLANS, "referral": REFERRALS}
    expected = {name: tuple(row.name for row in table) for name, table in tables.items()}  # type: ignore[attr-defined]
    assert formats == expected | {"badge": tuple(sorted(FORMS)), "clr": ("json",), "ler-rs": ("json",)}
    for name, forms in expected.items():
        said = navigator("export", name, "--help").out
        named = forms[0] if len(forms) == 1 else f"{', '.join(forms[:-1])} or {forms[-1]}"
        assert f" {named}; without it" in " ".join(said.split()), name
    commands = {c.name or c.callback.__name__ for c in export.app.registered_commands}  # type: ignore[union-attr]
    assert formats.keys() == commands
