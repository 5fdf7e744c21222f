import logging

from django.conf import settings

logger = logging.getLogger(__name__)


def check_settings():
    if settings.ADMIN_PASSWORD == "n3wb0rn7":
        logger.warning("ADMIN_PASSWORD has its default value, please change it")
