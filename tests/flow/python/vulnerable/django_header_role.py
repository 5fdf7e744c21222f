from django.http import HttpResponse, HttpResponseForbidden


def dashboard(request):
    if request.META.get("HTTP_X_ADMIN") == "1":  # expect: auth-bypass
        return HttpResponse("ok")
    return HttpResponseForbidden()
