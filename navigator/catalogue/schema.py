"""The shapes of the data files as people edit them. Reading into these is the check; the domain never sees them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from navigator.domain.match import PartName
from navigator.domain.occupation import Asks, Cost

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Importance = Annotated[float, msgspec.Meta(ge=0, le=7)]
Percent = Annotated[float, msgspec.Meta(ge=0, le=100.5)]


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A misspelt field is an error, never silence."""


class WayInFile(Strict):
    asks: Asks
    how: Text
    months: tuple[Annotated[float, msgspec.Meta(ge=0)], Annotated[float, msgspec.Meta(ge=0)]]
    cost: Cost
    earn: bool
    begins: tuple[str, ...] = ()


class LicenceFile(Strict):
    need: Literal["none", "common", "required"]
    names: tuple[str, ...] = ()
    state_rules: bool = False


class NextStepFile(Strict):
    code: str
    why: Text


class ProfileFile(Strict):
    plain_title: Text
    what_you_do: Text
    also_called: tuple[Text, ...] = ()
    day: tuple[Text, ...] = ()
    where: str = ""
    ways_in: tuple[WayInFile, ...] = ()
    licence: LicenceFile | None = None
    record_check: Literal["none", "background", "driving", "both"] = "none"
    next_steps: tuple[NextStepFile, ...] = ()
    good_for_you_if: str = ""
    maybe_not_if: str = ""
    asks_for: tuple[str, ...] | None = None
    always: tuple[str, ...] = ()


class EntryFile(Strict):
    education: tuple[Percent, ...] = ()
    experience: tuple[Percent, ...] = ()
    on_site_training: tuple[Percent, ...] = ()
    on_the_job_training: tuple[Percent, ...] = ()
    certification: Importance | None = None
    apprenticeship: Importance | None = None


class FiguresFile(Strict):
    title: Text
    job_zone: Annotated[int, msgspec.Meta(ge=1, le=5)]
    closest: tuple[str, ...]
    skills: dict[str, tuple[Importance, Importance | None]]
    knowledge: dict[str, tuple[Importance, Importance | None]]
    work_styles: dict[str, Importance]
    interests: dict[str, Importance]
    activities: dict[str, dict[str, int]]
    entry: EntryFile
    technology: tuple[str, ...]
    titles: tuple[str, ...]
    reported_titles: tuple[str, ...]
    skills_imprecise: tuple[str, ...] = ()
    knowledge_imprecise: tuple[str, ...] = ()


class OccupationFile(Strict):
    format: Literal["navigator/occupation/1"]
    code: Annotated[str, msgspec.Meta(pattern=r"^\d\d-\d{4}\.\d\d$")]
    figures: FiguresFile
    profile: ProfileFile | None = None


class SectorFile(Strict):
    id: Text
    name: Text


class AnchorsFile(Strict):
    a_little: Text
    some: Text
    a_lot: Text


class SkillFile(Strict):
    id: Text
    name: Text
    definition: Text
    anchors: AnchorsFile
    examples: dict[str, Text]
    elements: dict[str, Annotated[float, msgspec.Meta(gt=0, le=1)]]
    technology: bool = False
    asked_in_ten_minutes: bool = False


class FrameworkFile(Strict):
    format: Literal["navigator/framework/1"]
    sectors: tuple[SectorFile, ...]
    skills: tuple[SkillFile, ...]


class GroupFile(Strict):
    id: Text
    name: Text
    ask: Text


class ActivityFile(Strict):
    id: Text
    group: Text
    did: Text
    do: Text


class ActivitiesFile(Strict):
    format: Literal["navigator/activities/1"]
    groups: tuple[GroupFile, ...]
    activities: tuple[ActivityFile, ...]


class AreaFile(Strict):
    id: Text
    name: Text
    means: Text


class KnowledgeFile(Strict):
    format: Literal["navigator/knowledge/1"]
    areas: tuple[AreaFile, ...]


class StatementFile(Strict):
    id: Text
    interest: Text
    text: Text
    about: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]


class InterestsFile(Strict):
    format: Literal["navigator/interests/1"]
    interests: tuple[AreaFile, ...]
    statements: tuple[StatementFile, ...]


class LicenceName(Strict):
    id: Text
    name: Text
    kind: Literal["certificate", "state", "federal"]
    includes: tuple[Text, ...] = ()


class LicencesFile(Strict):
    format: Literal["navigator/licences/1"]
    licences: tuple[LicenceName, ...]


class CitiesFile(Strict):
    """Cities by the state they are in, and what else people call them."""

    format: Literal["navigator/cities/1"]
    cities: dict[Text, tuple[Text, ...]]
    also: dict[Text, tuple[Text, ...]] = {}


class SkillChange(Strict):
    """A center's change to one skill: only what it names is replaced."""

    id: Text
    name: str | None = None
    definition: str | None = None
    anchors: AnchorsFile | None = None
    examples: dict[str, Text] = {}
    elements: dict[str, Annotated[float, msgspec.Meta(gt=0, le=1)]] | None = None
    technology: bool = False
    asked_in_ten_minutes: bool | None = None


class CenterFile(Strict):
    """What a center replaces or adds in its own file."""

    format: Literal["navigator/center/1"]
    sectors: tuple[SectorFile, ...] = ()
    skills: tuple[SkillChange, ...] = ()
    activities: dict[str, Text] = {}


class CannotFile(Strict):
    id: Text
    text: Text


class RuledOutFile(Strict):
    id: Text
    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    but: tuple[Text, ...] = ()


BandName = Literal["strong", "look", "stretch"]
Weight = Annotated[float, msgspec.Meta(ge=0, le=10)]


LogOdds = Annotated[float, msgspec.Meta(ge=-30, le=30)]


class ThresholdsFile(Strict):
    strong: float
    strong_unnamed: float
    look: float
    least_answers: Annotated[int, msgspec.Meta(ge=1)]
    look_soon: float


class CapsFile(Strict):
    schooling: BandName
    licence: BandName
    training: BandName
    pay: BandName
    cannot: BandName
    zone: BandName
    pay_alone: BandName
    hours: BandName
    times: BandName
    unpaid: BandName = "stretch"


class JobsFile(Strict):
    openings: Annotated[int, msgspec.Meta(ge=0)]
    growth: Annotated[float, msgspec.Meta(ge=-100, le=100)]


class MatchingFile(Strict):
    format: Literal["navigator/matching/1"]
    weights: dict[PartName, Weight]
    not_ticked: Weight
    ticks_full: Annotated[int, msgspec.Meta(ge=1)]
    neighbours: Annotated[int, msgspec.Meta(ge=1)]
    thresholds: ThresholdsFile
    caps: CapsFile
    cannot: tuple[CannotFile, ...]
    ruled_out: tuple[RuledOutFile, ...]
    shown: Annotated[int, msgspec.Meta(ge=1, le=20)]
    elsewhere: Annotated[int, msgspec.Meta(ge=0, le=3)]
    elsewhere_jobs: JobsFile
    schooling_order: tuple[Text, ...]
    entry_education: dict[str, Text]
    without_diploma: Percent
    few_openings: Annotated[int, msgspec.Meta(ge=0)]
    abroad: tuple[Text, ...]
    near: dict[str, LogOdds]
    floor_share: Annotated[float, msgspec.Meta(gt=0, le=1)]
    believed_pay: tuple[Annotated[float, msgspec.Meta(ge=0)], Annotated[float, msgspec.Meta(gt=0)]]
