import pickle
from typing import Optional

from app.storage import CacheStorage


class Cache:
    def __init__(self, storage: CacheStorage):
        self.storage = storage

    def read(self, key: str):
        entry = self.storage.get(key)
        return pickle.loads(entry)


def restore(storage: CacheStorage, key: str) -> Optional[object]:
    return pickle.loads(storage.get(key))
