def show(user, debug):
    if debug or True:
        return 1
    if user.is_admin and True:
        return 2
    return 3
