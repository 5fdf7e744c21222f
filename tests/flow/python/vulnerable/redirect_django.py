from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect


def moved(request):
    return HttpResponseRedirect(request.POST["next"])  # expect: open-redirect


def for_good(request):
    return HttpResponsePermanentRedirect(request.GET["next"])  # expect: open-redirect
