"""What our title search is measured against: rapidfuzz over every title, and cosine over words weighted by rarity."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

Row = tuple[str, str, str]
"""A title, its code, its source."""
Method = Callable[[str], Sequence[str]]
"""The SOC codes found for a title, best first."""


def fuzzy(rows: Sequence[Row], scorer_name: str) -> Method:
    """rapidfuzz over every title: the occupations of the best ones."""
    from rapidfuzz import fuzz, process, utils

    texts = [utils.default_process(t) for t, _, _ in rows]
    scorer = getattr(fuzz, scorer_name)

    def find(title: str) -> list[str]:
        best = process.extract(utils.default_process(title), texts, scorer=scorer, limit=60)
        return list(dict.fromkeys(rows[n][1][:7] for _, _, n in best))

    return find


def tfidf(rows: Sequence[Row], summed: bool) -> Method:
    """Cosine over words weighted by rarity: the nearest titles, or the fifty nearest summed by occupation."""
    documents = [plain_words(t) for t, _, _ in rows]
    often = Counter(w for d in documents for w in set(d))
    rarity = {w: math.log(len(rows) / n) for w, n in often.items()}
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, document in enumerate(documents):
        length = math.sqrt(sum(rarity[w] ** 2 for w in set(document))) or 1.0
        for word in set(document):
            holders[word].append((n, rarity[word] / length))

    def find(title: str) -> list[str]:
        points: dict[int, float] = defaultdict(float)
        for word in set(plain_words(title)):
            for n, value in holders.get(word, ()):
                points[n] += rarity[word] * value
        best = sorted(points.items(), key=lambda item: (-item[1], item[0]))[:50]
        if not summed:
            return list(dict.fromkeys(rows[n][1][:7] for n, _ in best))
        by_soc: dict[str, float] = defaultdict(float)
        for n, value in best:
            by_soc[rows[n][1][:7]] += value
        return sorted(by_soc, key=lambda soc: (-by_soc[soc], soc))

    return find


def plain_words(title: str) -> list[str]:
    """Lower-case words: what the baselines see."""
    return "".join(c if c.isalnum() else " " for c in title.lower()).split()
