from ruamel.yaml import YAML


def parse(text):
    return YAML(typ="safe").load(text), YAML().load(text)
