from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def stays(url, request):
    return url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})


def done(request):
    target = request.GET["next"]
    if not stays(target, request):
        target = "/"
    return HttpResponseRedirect(target)


def again(request):
    return HttpResponseRedirect(request.path + "?page=" + request.GET["page"])


def slash(request):
    return HttpResponseRedirect(request.path_info)


def full(request):
    return HttpResponseRedirect(request.get_full_path())
