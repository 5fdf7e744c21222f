from typing import NamedTuple, TypedDict


class Filter(TypedDict):
    name: str
    table: str


class Sort(NamedTuple):
    name: str
    direction: str = "asc"
