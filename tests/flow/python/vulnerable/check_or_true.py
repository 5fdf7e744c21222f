def can_see(user, document):
    if user.is_admin or True:  # expect: auth-bypass
        return document
    raise PermissionError
