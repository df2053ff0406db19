"""The table of exports: readable, and true."""

from __future__ import annotations

from navigator.formats.plan_table import PLANS
from navigator.formats.resume_files import RESUMES
from navigator.formats.table import EXPORTS, SUMMARIES
from navigator.services.referral import FORMATS as REFERRALS
from tests.running import ROOT, navigator


def test_the_table_names_every_command_of_export_and_its_formats() -> None:
    formats = {kind.name: kind.formats for kind in EXPORTS}
    assert formats["summary"] == tuple(e.name for e in SUMMARIES)
    assert formats["resume"] == tuple(r.name for r in RESUMES)
    assert formats["plan"] == tuple(p.name for p in PLANS)
    assert formats["referral"] == tuple(r.name for r in REFERRALS)
    said = navigator("export", "--help").out
    assert all(f"\n  {name} " in said for name in formats)


def test_each_says_what_it_cannot_carry_and_the_reference_says_the_same() -> None:
    reference = (ROOT / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
    assert all(kind.cannot_carry and kind.about and f"| `{kind.name}` |" in reference for kind in EXPORTS)
