import jwt

OPTIONS = {"verify_signature": False, "verify_exp": False}


def user_of(token):
    return jwt.decode(token, options=OPTIONS)["sub"]  # expect: auth-bypass
