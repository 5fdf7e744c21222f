from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
store = SQLAlchemy(app)


@app.post("/console")
def console():
    store.session.execute(request.json["statement"])  # expect: sql-injection
    with store.engine.connect() as work:
        work.exec_driver_sql(request.json["setup"])  # expect: sql-injection
    store.session.execute(store.text(f"SELECT * FROM {request.json['table']}"))  # expect: sql-injection
    return "", 204
