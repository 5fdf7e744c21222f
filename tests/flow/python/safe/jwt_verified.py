import jwt


def read(token, key):
    return jwt.decode(token, key, algorithms=["RS256"], options={"require": ["exp"]})


def issue(claims, key):
    return jwt.encode(claims, key, algorithm="HS256")
