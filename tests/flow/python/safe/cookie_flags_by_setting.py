def login(response, settings, value):
    response.set_cookie("session", value, secure=settings.SECURE, httponly=True)
    response.set_cookie("session", value, **settings.COOKIE)
