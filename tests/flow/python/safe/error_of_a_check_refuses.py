import jwt


def is_authenticated(token, key):
    try:
        jwt.decode(token, key, algorithms=["HS256"])
        return True
    except jwt.InvalidTokenError:
        return False


def is_expired(token, key):
    try:
        jwt.decode(token, key, algorithms=["HS256"])
        return False
    except jwt.ExpiredSignatureError:
        return True


def is_invalid_token(token, key):
    try:
        verify(token, key)
        return False
    except ValueError:
        return True


def is_valid_user(users, name):
    try:
        users.index(name)
    except ValueError:
        return True
    return False


def check_for_updates(client):
    try:
        return client.check_version()
    except OSError:
        return True


def close(connection):
    try:
        connection.validate()
    except OSError:
        return True
    return False
