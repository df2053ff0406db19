"""Send somebody on: a page for one entry of the directory, made only of what a provider needs to call back."""

from __future__ import annotations

from datetime import date

from navigator.domain.errors import BadInput
from navigator.domain.record import Record
from navigator.domain.resource import Resource
from navigator.engine.validate import clean_line, shown
from navigator.formats.referral import referral_of
from navigator.formats.resume import Resume
from navigator.formats.resume_files import RESUMES, ResumeFormat, resume_pdf
from navigator.i18n import N_, _
from navigator.services.hand_over import HandOver, signs_lost
from navigator.services.resource_book import show_one
from navigator.services.resources import Directory
from navigator.services.share import Profile, Share, shared

PROVIDER = Profile(id="provider", name=N_("who gives the help"), parts=frozenset({"name", "contact", "place", "needs"}))
"""What a provider gets. No more of the record goes to one, so --only has nothing to choose from."""

FORMATS: tuple[ResumeFormat, ...] = tuple(f for f in RESUMES if f.make is not None)
"""The formats of a referral: those of a resume that are laid out from words."""


def referral_format(name: str) -> ResumeFormat:
    """A format by its name. Raises BadInput."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        said = _("There is no format {name} here. Choose {names}.")
        raise BadInput(said.format(name=shown(name), names=", ".join(f.name for f in FORMATS)))
    return found


def referral(directory: Directory, record: Record, to: str, what: str, form: str) -> HandOver:
    """The page as a file. ``what``: the help in words, where the record's needs do not say it. Raises NotFound and more."""
    chosen = referral_format(form)
    resource = show_one(directory, to).resource
    share = Share(profile=PROVIDER, parts=PROVIDER.parts)
    kept = shared(record, share)
    page = referral_of(kept, resource, wanted(directory, kept, resource, what), directory.today)
    data = _made(chosen, page, directory.today, f"navigator export referral --to {resource.id} --format docx")
    notes = signs_lost(form, data, page)
    return HandOver(data=data, form=form, ending=chosen.ending, screen=chosen.screen, share=share, notes=notes)


def _made(chosen: ResumeFormat, page: Resume, day: date, instead: str) -> bytes:
    if chosen.make is None or chosen.name == "pdf":
        return resume_pdf(page, day, instead)
    return chosen.make(page, day)


def wanted(directory: Directory, record: Record, resource: Resource, what: str) -> tuple[str, ...]:
    """The help that is wanted of this provider: as typed; else those of the needs named that it serves."""
    if clean_line(what):
        return (clean_line(what),)
    return tuple(directory.kinds[n].name for n in record.needs if n in resource.kinds and n in directory.kinds)
