COLUMNS = {"name", "size"}


def normalise(name):
    if name not in COLUMNS:
        name = "name"
    return len(name)
