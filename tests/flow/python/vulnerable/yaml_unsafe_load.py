import yaml


def parse(stream):
    return yaml.unsafe_load(stream)  # expect: insecure-deserialization
