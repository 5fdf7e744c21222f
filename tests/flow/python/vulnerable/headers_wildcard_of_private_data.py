from django.http import JsonResponse
from django.views import View
from flask import Flask, jsonify

from .keys import public_keys
from .orders import orders_of

app = Flask(__name__)


class OrdersView(View):
    def get(self, request):
        response = JsonResponse({"orders": orders_of(request.user)})
        response["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
        return response


class AccountView(View):
    def get(self, request):
        response = JsonResponse({"user": request.user.pk, "jwks_uri": "/jwks"})
        response["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
        return response


@app.route("/jwks")
def keys():
    response = jsonify(keys=public_keys())
    response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response


@app.after_request
def allow(response):
    response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return response
