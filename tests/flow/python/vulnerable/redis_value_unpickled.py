import pickle
import zlib

import redis

cache = redis.Redis()


def cached(key: str, payload: bytes):
    if payload:
        return pickle.loads(zlib.decompress(payload))  # expect: insecure-deserialization
    return None
