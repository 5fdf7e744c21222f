import jwt


def user_of(token, key):
    return jwt.decode(token, key, verify=False)  # expect: auth-bypass
