def view(user):
    if not user.has_permission("view"):  # expect: auth-bypass
        ...
    return secret_page()
