def delete_all(user, is_admin):
    if not is_admin:  # expect: auth-bypass
        pass
    wipe()
