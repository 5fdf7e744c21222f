import jwt


def read(token):
    return jwt.decode(token, "t0p-s3cr3t-2024", algorithms=["HS256"])  # expect: hardcoded-secret
