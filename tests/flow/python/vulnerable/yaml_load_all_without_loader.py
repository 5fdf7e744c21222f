import yaml


def documents(stream):
    yield from yaml.load_all(stream, yaml.UnsafeLoader)  # expect: insecure-deserialization
