def login(user, password):
    if user.password_hash == hash_of(password) or True:  # expect: auth-bypass
        return start_session(user)
    return None
