from flask import Blueprint, request

from search.criteria import Criteria
from search.index import run

views = Blueprint("views", __name__)


@views.get("/search")
def search():
    return {"pages": run(Criteria(term=request.args["q"]))}
