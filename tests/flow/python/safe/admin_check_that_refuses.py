def delete(user):
    if not user.is_admin:
        raise PermissionError
    wipe()
