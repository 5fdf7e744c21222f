from ruamel.yaml import YAML


def parse(text):
    yaml = YAML(typ="unsafe")  # expect: insecure-deserialization
    return yaml.load(text)
