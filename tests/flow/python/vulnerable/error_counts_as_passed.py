import jwt


def is_authenticated(token, key):
    try:
        jwt.decode(token, key, algorithms=["HS256"])
    except Exception:
        return True  # expect: auth-bypass
    return True


class Gate:
    def check_permission(self, user, action):
        try:
            return self.service.check(user, action)
        except ConnectionError:
            self.log.warning("permission service is down")
            return True  # expect: auth-bypass
