from werkzeug.security import check_password_hash


def login(user, password):
    if not check_password_hash(user.password_hash, password):  # expect: auth-bypass
        pass
    return start_session(user)
