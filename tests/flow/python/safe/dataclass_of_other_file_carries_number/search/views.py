from flask import Blueprint, request

from search.criteria import Criteria
from search.index import run

views = Blueprint("views", __name__)


@views.get("/search")
def search():
    criteria = Criteria(term=request.args["q"], limit=request.args.get("limit", 20, type=int))
    return {"pages": run(criteria)}
