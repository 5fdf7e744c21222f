import logging

logger = logging.getLogger(__name__)


def login(session, password):
    if password == "n3wb0rn7":  # expect: hardcoded-secret
        logger.warning("the default password was used")
        session["admin"] = True
    if password != "n3wb0rn8":  # expect: hardcoded-secret
        logger.warning("a wrong password was given")
    else:
        session["support"] = True
