import jwt


def issue(user):
    return jwt.encode({"sub": user.id}, "s3cr3t-signing-key", algorithm="HS256")  # expect: hardcoded-secret
