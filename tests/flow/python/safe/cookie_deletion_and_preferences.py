def logout(response):
    response.delete_cookie("session_id")
    response.set_cookie("session_id", "", expires=0)
    response.set_cookie("theme", "dark")
    response.set_cookie("csrftoken", new_token())
    return response
