import abc
from typing import Protocol


class Store(abc.ABC):
    @abc.abstractmethod
    def titled(self, title: str) -> list:
        """The notes of a title."""

    def shown(self, title: str) -> str:
        return "\n".join(self.titled(title))


class Tags(Protocol):
    def rename(self, old: str, new: str) -> None: ...
