def require_permission(user, name):
    if name not in user.permissions:
        raise PermissionError(name)


def check_permissions(request):
    require_permission(request.user, "edit")


def edit(request):
    check_permissions(request)
    return save(request)
