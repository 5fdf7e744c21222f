from flask import Flask, request

app = Flask(__name__)


@app.post("/admin")
def admin():
    if request.form["password"] == "adm1n-2024!":  # expect: hardcoded-secret
        return "welcome"
    return "no", 403
