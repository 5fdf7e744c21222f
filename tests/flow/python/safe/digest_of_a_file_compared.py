import hashlib


def is_same(path, checksum):
    with open(path, "rb") as handle:
        return hashlib.sha256(handle.read()).hexdigest() == checksum
