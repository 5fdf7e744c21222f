from flask import Flask

app = Flask(__name__)
app.config["SESSION_COOKIE_SECURE"] = False  # expect: permissive-headers
app.config.update(SESSION_COOKIE_HTTPONLY=False)  # expect: permissive-headers
