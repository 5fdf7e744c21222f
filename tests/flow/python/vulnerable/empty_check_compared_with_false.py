def purge(is_admin):
    if is_admin == False:  # expect: auth-bypass
        pass
    database.purge()
