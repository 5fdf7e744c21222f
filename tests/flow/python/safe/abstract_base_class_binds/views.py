from flask import Blueprint, request

from store import Store


def pages(store: Store) -> Blueprint:
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/notes")
    def notes():
        if "by" in request.args:
            return {"notes": store.sorted_by(request.args["by"])}
        return {"notes": store.titled(request.args["title"])}

    return blueprint
