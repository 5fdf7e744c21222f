import logging

logger = logging.getLogger(__name__)


def run(executor, name):
    logger.info("SELECT * FROM users WHERE name = '%s'", name)
    logger.debug(f"select from {name} failed")
    executor.execute(f"task-{name}")
