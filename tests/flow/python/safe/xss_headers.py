from flask import Flask, request

app = Flask(__name__)


@app.get("/agent")
def agent():
    return f"<p>{request.headers.get('User-Agent')} {request.cookies['name']}</p>"
