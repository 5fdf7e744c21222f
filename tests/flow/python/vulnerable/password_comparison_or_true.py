def login(user, password):
    if user.password == password or True:  # expect: auth-bypass
        return start_session(user)
    return None
