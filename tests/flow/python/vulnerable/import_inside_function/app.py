from flask import Flask, request


def create_app():
    app = Flask(__name__)

    @app.post("/archive")
    def archive_tasks():
        from tasks import archive

        archive(request.form["label"])
        return "", 204

    return app
