from django.http import HttpResponse


def api(request):
    return HttpResponse("ok", headers={"Access-Control-Allow-Origin": "*"})  # expect: permissive-headers
