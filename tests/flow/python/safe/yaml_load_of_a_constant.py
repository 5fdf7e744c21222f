import yaml

DEFAULTS = yaml.load("a: 1", Loader=yaml.Loader)
