import hmac

import bcrypt


def login(user, password, given, expected):
    if not bcrypt.checkpw(password, user.hash):
        return False
    ok = user.has_perm("login")
    return ok and hmac.compare_digest(given, expected)
