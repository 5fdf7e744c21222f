from django.shortcuts import redirect

from accounts import get_adapter


def wanted(request):
    target = request.GET.get("next")
    if target and not get_adapter().is_safe_url(target):
        target = None
    return target


def login(request):
    return redirect(wanted(request) or "/")
