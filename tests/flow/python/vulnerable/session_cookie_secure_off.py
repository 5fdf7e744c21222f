from django.http import HttpResponse


def login(request):
    response = HttpResponse()
    response.set_cookie("auth_token", token(), secure=False, httponly=True, samesite="Lax")  # expect: permissive-headers
    return response
