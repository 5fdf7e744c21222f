from repositories.members import members_of


def find_members(club):
    return [dict(row) for row in members_of(club.strip())]
