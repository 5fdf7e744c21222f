from flask import Blueprint, request

from store import Store, Tags


def pages(store: Store, tags: Tags) -> Blueprint:
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/notes")
    def notes():
        return store.shown(request.args["title"])

    @blueprint.post("/tags")
    def rename():
        tags.rename("old", request.form["name"])
        return "", 204

    return blueprint
