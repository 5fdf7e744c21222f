from flask import Flask, request

app = Flask(__name__)


@app.post("/users")
def create():
    role = request.headers.get("X-Role", "user")
    if role == "admin":  # expect: auth-bypass
        return make_user(request.json)
    return "", 403
