from yaml import UnsafeLoader, load


def parse(text):
    return load(text, UnsafeLoader)  # expect: insecure-deserialization
