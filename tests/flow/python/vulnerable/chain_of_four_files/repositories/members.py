from database.query import select


def members_of(club):
    return select("members", f"club = '{club}'")
