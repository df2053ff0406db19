"""The quality of the fit, in figures beside the goals: ``python -m bench.fit [--quick]``.

Workers are simulated (bench/simulate.py) for occupations of the half that nothing was tuned on. "Related" are the experts'
lists that ship: five an occupation, in both directions, and what two of the five both list (about ten an occupation of
the twenty that experts chose); so every share of related ones is a lower bound of what the full lists would give.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bench.simulate import MILD, STRONG, Noise, Worker, World, halves
from bench.standings import totals_of
from navigator.catalogue.store import open_catalogue
from navigator.domain.match import PartName
from navigator.domain.standing import Standing
from navigator.engine import batch, near
from navigator.engine.fit import Fit

ROOT = Path(__file__).resolve().parent.parent
PLAIN: dict[PartName, float] = {"activities": 1.0, "skills": 0.25, "knowledge": 0.45, "interests": 0.2, "history": 0.0,
                                "neighbours": 0.0, "licences": 0.0, "preferences": 0.0}  # fmt: skip
"""A plain weighted sum: the baseline."""

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well some workers were placed: own occupation first, among five, among ten; related ones among the other nine;
    experts' five among the first ten; own among ten weighted by employment."""

    first: float
    five: float
    ten: float
    related: float
    experts: float
    ten_weighted: float

    def line(self) -> str:
        """One row of the table."""
        return f"{self.first:6.2f} {self.five:6.2f} {self.ten:6.2f} {self.ten_weighted:8.2f} {self.experts:8.2f} {self.related:8.2f}"


HEAD = f"{'':34} {'first':>6} {'in 5':>6} {'in 10':>6} {'(empl.)':>8} {'experts5':>8} {'related':>8}"


@dataclass(kw_only=True)
class Bench:
    """The simulated workers of a run, made once and ranked by several formulas."""

    world: World
    codes: Sequence[str]

    def workers(self, noise: Noise, route: Any, *, titled: bool) -> list[Worker]:
        """One worker of each occupation, made once a run."""
        key = (noise.name, noise.flat, route, titled)
        if key not in self._made:
            self._made[key] = [self.world.worker(c, noise, route, titled=titled) for c in self.codes]
        return self._made[key]

    @cached_property
    def _made(self) -> dict[tuple[str, bool, str, bool], list[Worker]]:
        return {}

    def totals(
        self, workers: Sequence[Worker], fit: Fit | None = None, only: Callable[[Standing], Standing] | None = None
    ) -> Array:
        """The scores of all occupations for some workers."""
        people = [only(w.standing) if only else w.standing for w in workers]
        return totals_of(batch.batch_tables(fit or self.world.fit), people)

    def figures(self, workers: Sequence[Worker], totals: Array) -> Figures:
        """How well they were placed."""
        column = self.world.fit.tables.column
        own = np.array([column[w.code] for w in workers])
        lines = np.arange(len(own))
        place = (totals > totals[lines, own][:, None]).sum(axis=1) + 1
        others = totals.copy()
        others[lines, own] = -np.inf
        nine = np.argsort(-others, axis=1)[:, :9]
        ten = np.argsort(-totals, axis=1)[:, :10]
        people = np.array([self.world.employment[w.code] for w in workers])
        return Figures(
            first=float((place == 1).mean()),
            five=float((place <= 5).mean()),
            ten=float((place <= 10).mean()),
            related=float(np.take_along_axis(self.world.related[own], nine, axis=1).mean()),
            experts=float(np.take_along_axis(self.world.listed[own], ten, axis=1).sum(axis=1).mean() / 5),
            ten_weighted=float(((place <= 10) * people).sum() / people.sum()),
        )


def weighed(fit: Fit, **weights: float) -> Fit:
    """The same formula with some weights changed."""
    return replace(fit, matching=replace(fit.matching, weights={**fit.matching.weights, **weights}))  # type: ignore[dict-item]


def show(name: str, figures: Figures) -> None:
    """Print one row."""
    print(f"{name:34} {figures.line()}", flush=True)


def routes(bench: Bench) -> None:
    """The routes at both noises, with and without a title."""
    print("\nOwn occupation and related ones among the first (goals: standard, strong: in 10 0.95; quick: 0.85)")
    print(HEAD)
    for route in ("standard", "quick"):
        for noise in (MILD, STRONG):
            for titled in (True, False):
                workers = bench.workers(noise, route, titled=titled)
                show(
                    f"{route}, {noise.name}, {'title' if titled else 'no title'}",
                    bench.figures(workers, bench.totals(workers)),
                )


def parts(bench: Bench) -> None:
    """What each part adds: the formula without it; and two baselines."""
    fit = bench.world.fit
    names: tuple[PartName, ...] = ("activities", "skills", "knowledge", "interests", "history", "neighbours")
    for titled in (True, False):
        workers = bench.workers(STRONG, "standard", titled=titled)
        print(f"\nWhat each part adds: standard route, strong noise, {'title' if titled else 'no title'}")
        print(HEAD)
        show("all", bench.figures(workers, bench.totals(workers)))
        for name in names:
            if titled or name != "history":
                show(f"without {name}", bench.figures(workers, bench.totals(workers, weighed(fit, **{name: 0.0}))))
        show(
            "not ticked not counted",
            bench.figures(workers, bench.totals(workers, replace(fit, matching=replace(fit.matching, not_ticked=0.0)))),
        )
        show("baseline: plain weighted sum", bench.figures(workers, bench.totals(workers, weighed(fit, **PLAIN))))
        show(
            "baseline: skills alone",
            bench.figures(workers, bench.totals(workers, only=lambda s: Standing(skills=s.skills))),
        )


def hidden_lists(bench: Bench) -> None:
    """The experts' five of each worker's occupation when the engine does not know them."""
    print("\nExperts' five among the first ten when the occupation's own list is hidden from the engine (strong noise)")
    print(HEAD)
    fit = without_lists(bench)
    for route, titled in (("standard", True), ("standard", False), ("quick", True), ("quick", False)):
        workers = bench.workers(STRONG, route, titled=titled)
        show(f"{route}, {'title' if titled else 'no title'}", bench.figures(workers, bench.totals(workers, fit)))


def without_lists(bench: Bench) -> Fit:
    """The formula over a near table that was made without the lists of the workers' occupations."""
    learn = learning()
    source = learn.source_of(ROOT / "data")
    figures = learn.near_figures(source)
    column = bench.world.fit.tables.column
    rows = {column[c] for c in bench.codes}
    rest = replace(figures, closest=learn.shown(figures.closest, rows, 5))
    table = near.near_rows(rest, source.matching.near)
    nearest = near.nearest_of(table, 40)
    return replace(bench.world.fit, tables=replace(bench.world.fit.tables, near=table, nearest=nearest))


def learning() -> Any:
    """scripts/learn_near.py as a module."""
    spec = importlib.util.spec_from_file_location("learn_near", ROOT / "scripts" / "learn_near.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["learn_near"] = module
    spec.loader.exec_module(module)
    return module


def nearness(bench: Bench) -> None:
    """Agreement with experts beyond what the engine knows of each list."""
    print(
        "\nNear: share of hidden ones found (the last two of each five hidden, a tenth of the lists at a time; goal for the"
    )
    print("experts' next five: 0.56, which only the full lists can show)")
    learn = learning()
    source = learn.source_of(ROOT / "data")
    figures = learn.near_figures(source)
    learn.report(figures, learn.alike_features(figures), source.matching.near)


def asking(bench: Bench) -> None:
    """How many screens it takes when no title helps."""
    print(
        "\nAsk less: no title, the field, kinds of things done, screens of nine activities, nothing else known (goal: 0.80 in at most 6 screens)"
    )
    for noise in (MILD, STRONG):
        workers = [bench.world.worker(c, noise, "standard", titled=False, most_screens=6) for c in bench.codes]
        ticks = bench.figures(workers, bench.totals(workers, only=_ticks))
        found = bench.figures(
            workers, bench.totals(workers, only=lambda s: replace(_ticks(s), fields=s.fields, groups=s.groups))
        )
        screens = sum(w.screens for w in workers) / len(workers)
        whole = bench.workers(noise, "standard", titled=False)
        minutes = sum(w.seconds for w in whole) / len(whole) / 60
        print(f"  {noise.name:8} in 10: {found.ten:.2f}, from the ticks alone {ticks.ten:.2f}, after {screens:.1f} screens on average; standard route: "
              f"{sum(w.screens for w in whole) / len(whole):.1f} screens, {minutes:.1f} minutes in all")  # fmt: skip


def _ticks(standing: Standing) -> Standing:
    """What was ticked and what was passed over, and nothing else."""
    return Standing(did=standing.did, not_ticked=standing.not_ticked)


def flat(bench: Bench) -> None:
    """People who rate everything the same: what the sets of five bring back."""
    print("\nFlat raters (strong noise, all ratings 2)")
    print(HEAD)
    noise = replace(STRONG, flat=True)
    for titled in (True, False):
        name = "title" if titled else "no title"
        workers = bench.workers(noise, "standard", titled=titled)
        show(f"with sets of five, {name}", bench.figures(workers, bench.totals(workers)))
        show(f"without, {name}", bench.figures(workers, bench.totals(workers, only=lambda s: replace(s, skills=()))))
    workers = bench.workers(noise, "standard", titled=False)
    show("sets of five alone", bench.figures(workers, bench.totals(workers, only=lambda s: Standing(skills=s.skills))))


def band_shares(bench: Bench, workers: Sequence[Worker]) -> dict[str, tuple[float, float]]:
    """For each band before caps: the share that is the worker's own occupation or a related one, and how many a worker."""
    column = bench.world.fit.tables.column
    own = np.array([column[w.code] for w in workers])
    good = bench.world.related[own].copy()
    good[np.arange(len(own)), own] = True
    totals = bench.totals(workers)
    shown = np.argsort(-totals, axis=1)[:, :20]
    points, right = np.take_along_axis(totals, shown, axis=1), np.take_along_axis(good, shown, axis=1)
    limits = bench.world.fit.matching.thresholds
    named = np.array([bool(w.standing.held) for w in workers])[:, None]
    strong = np.where(named, limits.strong, limits.strong_unnamed)
    bands = {
        "strong": points >= strong,
        "look": (points < strong) & (points >= limits.look),
        "stretch": points < limits.look,
    }
    return {
        name: (float(right[some].mean()) if some.any() else 0.0, some.sum() / len(own)) for name, some in bands.items()
    }


def bands(bench: Bench) -> None:
    """Whether the bands mean what they say."""
    print(
        "\nBands before caps, standard route, both noises: share that is own or related (goals: strong 0.80, look 0.40)"
    )
    both = [bench.workers(n, "standard", titled=t) for n in (MILD, STRONG) for t in (True, False)]
    rows = {"all": [w for some in both for w in some], "title": both[0] + both[2], "no title": both[1] + both[3]}
    for name, workers in rows.items():
        found = band_shares(bench, workers)
        print(
            f"  {name:9}", "; ".join(f"{b}: {share:.2f} of {many:.1f} a worker" for b, (share, many) in found.items())
        )


def speed(bench: Bench) -> None:
    """One person in plain Python; many at once are timed as the command goes, by bench/batch.py."""
    workers = bench.workers(STRONG, "standard", titled=True)
    began = time.perf_counter()
    for worker in workers[:20]:
        bench.world.fit.totals(worker.standing)
    one = (time.perf_counter() - began) / 20
    print(f"\nSpeed: one person {one * 1000:.0f} ms")


def unseen(world: World) -> list[str]:
    """Occupations of the reporting half that nobody looked at while choosing.

    Each third and each fifth were looked at once, and two numbers were chosen again after that; so they are left out.
    """
    _, report = halves(list(world.occupations))
    return [code for n, code in enumerate(report) if n % 3 == 1 and n % 5]


def main() -> None:
    """Print all tables."""
    began = time.perf_counter()
    quick = "--quick" in sys.argv
    world = World(catalogue=open_catalogue())
    bench = Bench(world=world, codes=unseen(world)[:: 5 if quick else 1])
    print(f"{len(bench.codes)} occupations that nothing was tuned on, one worker each a row")
    for section in (routes, parts, hidden_lists, asking, flat, bands, speed) + (() if quick else (nearness,)):
        section(bench)
    print(f"\n{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
