from django.http import JsonResponse
from django.urls import reverse
from django.views import View
from flask import Flask, jsonify

from .keys import public_keys

app = Flask(__name__)


class ConfigurationView(View):
    def get(self, request):
        data = {
            "issuer": request.build_absolute_uri("/"),
            "authorization_endpoint": request.build_absolute_uri(reverse("authorize")),
            "response_types_supported": ["code"],
        }
        response = JsonResponse(data)
        response["Access-Control-Allow-Origin"] = "*"
        return response


class JwksView(View):
    def get(self, request):
        response = JsonResponse({"keys": [key.as_dict() for key in public_keys()]})
        response["Access-Control-Allow-Origin"] = "*"
        response["Cache-Control"] = "max-age=3600"
        return response


@app.route("/.well-known/webfinger")
def account():
    response = jsonify({"subject": "acct:team@example.com", "links": []})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
