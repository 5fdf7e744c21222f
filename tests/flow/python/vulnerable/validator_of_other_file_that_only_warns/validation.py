import logging
import re


def check_identifier(name):
    if not re.fullmatch(r"[a-z_]+", name):
        logging.warning("odd column %r", name)
