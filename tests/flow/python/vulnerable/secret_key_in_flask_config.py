from flask import Flask

app = Flask(__name__)
app.config["SECRET_KEY"] = "my-s3cr3t-k3y-2023"  # expect: hardcoded-secret
app.config.update(JWT_SECRET_KEY="jwt-s3cr3t-8842")  # expect: hardcoded-secret
