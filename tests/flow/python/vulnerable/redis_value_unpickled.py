import pickle

import redis

cache = redis.Redis()


def cached(key: str, payload: bytes):
    if payload:
        return pickle.loads(payload)  # expect: insecure-deserialization
    return None
