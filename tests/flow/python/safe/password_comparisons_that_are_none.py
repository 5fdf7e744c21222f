def check(form, password, token):
    if password == "":
        return "empty"
    if password is None or token == "bearer":
        return "none"
    if form["password"] != form["password2"]:
        return "differ"
    return password == form["confirm_password"]
