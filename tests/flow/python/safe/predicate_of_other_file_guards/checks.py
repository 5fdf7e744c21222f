COLUMNS = ("name", "size")


def is_column(name):
    return name in COLUMNS
