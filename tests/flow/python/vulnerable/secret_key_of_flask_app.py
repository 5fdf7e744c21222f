from flask import Flask

app = Flask(__name__)
app.secret_key = "9f8b2c7d1e6a4f3b"  # expect: hardcoded-secret
