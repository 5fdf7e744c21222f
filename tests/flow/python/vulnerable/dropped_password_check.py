import bcrypt


def login(user, password):
    bcrypt.checkpw(password.encode(), user.hash)  # expect: auth-bypass
    return start_session(user)
