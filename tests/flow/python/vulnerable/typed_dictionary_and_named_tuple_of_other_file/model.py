from typing import NamedTuple, TypedDict


class Filter(TypedDict):
    name: str
    limit: int


class Sort(NamedTuple):
    column: str
    direction: str = "asc"
