def show(user):
    if not user.is_admin:
        pass
    else:
        show_controls()
