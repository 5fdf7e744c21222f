import jwt


def expires_at(token):
    claims = jwt.decode(token, options={"verify_signature": False})
    return claims["exp"]
