from django.http import HttpResponse


def login(request):
    response = HttpResponse()
    response.set_cookie("sessionid", token(), httponly=True, samesite="None")  # expect: permissive-headers
    return response
