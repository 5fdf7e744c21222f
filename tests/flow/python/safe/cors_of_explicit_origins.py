from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS

ORIGINS = ["https://app.corp.net"]


def build(flask_app):
    app = FastAPI()
    app.add_middleware(CORSMiddleware, allow_origins=ORIGINS, allow_credentials=True, allow_methods=["*"])
    app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://.*\.corp\.net")
    CORS(flask_app, origins=ORIGINS, supports_credentials=True)
    CORS(flask_app, resources={r"/api/*": {"origins": "https://app.corp.net"}})
    return app
