from enum import Enum
from typing import Annotated, Literal, Optional
from uuid import UUID

from pydantic import BaseModel, Field, conint


class Sort(str, Enum):
    name = "name"
    created = "created"


class Base(BaseModel):
    id: int


class Item(Base):
    owner: UUID
    kind: Literal["a", "b"]
    sort: Sort
    size: conint(gt=0)
    count: Annotated[int, Field(gt=0)]
    name: str


class Order(BaseModel):
    item: Item
    items: list[Item]
