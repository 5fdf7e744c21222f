from flask import Blueprint, request

from services.members import find_members

api = Blueprint("api", __name__)


@api.get("/members")
def members():
    return {"members": find_members(request.args["club"])}
