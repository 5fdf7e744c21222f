def contains_dot_dot(path: str) -> bool:
    return ".." in path


def ensure_plain(path: str) -> None:
    if ".." in path.split("/"):
        raise ValueError("the path leaves the folder")
