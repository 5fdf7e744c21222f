import jwt


def issue(claims):
    return jwt.encode(claims, key=None, algorithm="none")  # expect: auth-bypass
