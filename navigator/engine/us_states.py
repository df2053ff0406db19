"""The states and territories of the US, as they stand behind the name of a town: `Peru, Indiana`, `Lebanon, PA`."""

from __future__ import annotations

import unicodedata

CODES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI"
).replace(" ", "|")
"""Their letters, as a pattern. In capitals only: `in` and `or` are words too."""

NAMES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|district of columbia|florida|georgia|hawaii|"
    "idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|"
    "missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|"
    "oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|"
    "washington|west virginia|wisconsin|wyoming|puerto rico|guam|nueva york|nueva jersey|nuevo mexico|carolina del norte|"
    "carolina del sur|dakota del norte|dakota del sur|luisiana|pensilvania|virginia occidental|misuri"
)
"""Their names in English and Spanish, as a pattern, without accents and capitals."""


def without_accents(text: str) -> str:
    """The same text without accents, letter for letter: as long as it was, its capitals kept."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)
