import jwt


def issue(user):
    return jwt.encode({"sub": user.id}, "literal-secret", algorithm="HS256")  # expect: hardcoded-secret
