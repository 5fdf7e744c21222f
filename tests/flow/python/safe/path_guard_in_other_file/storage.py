from pathlib import Path

ATTACHMENTS = Path("/srv/attachments")


def locate(name):
    path = (ATTACHMENTS / name).resolve()
    if not path.is_relative_to(ATTACHMENTS):
        raise FileNotFoundError(name)
    return path
