import yaml
from yaml import CSafeLoader as Loader
from yaml import safe_load

try:
    from yaml import CSafeLoader as Fast
except ImportError:
    from yaml import SafeLoader as Fast


def parse(text):
    yield safe_load(text)
    yield yaml.load(text, Loader=Loader)
    yield yaml.load(text, yaml.SafeLoader)
    yield yaml.load(text, Loader=yaml.BaseLoader)
    yield yaml.load(text, Loader=Fast)
