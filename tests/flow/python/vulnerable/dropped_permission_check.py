from .permissions import has_permission


def edit(user, post, body):
    has_permission(user, "edit")  # expect: auth-bypass
    post.body = body
    post.save()
