def connected(name):
    writer = sqlite3.connect("shop.db").cursor()
    writer.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    writer = psycopg2.connect("dbname=shop").cursor()
    writer.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    query = sqlalchemy.text(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return query


def loaded():
    pickle.loads(flask.request.data)  # expect: insecure-deserialization
    marshal.loads(flask.request.data)  # expect: insecure-deserialization
    dill.loads(flask.request.data)  # expect: insecure-deserialization
    cloudpickle.loads(flask.request.data)  # expect: insecure-deserialization
    jsonpickle.decode(flask.request.data)  # expect: insecure-deserialization
    joblib.load(flask.request.args["name"])  # expect: insecure-deserialization
    shelve.open(flask.request.args["name"])  # expect: insecure-deserialization
    return torch.load("model.pt", weights_only=False)  # expect: insecure-deserialization


def checked(token, password, stored):
    bcrypt.checkpw(password, stored)  # expect: auth-bypass
    return jwt.decode(token, options={"verify_signature": False})  # expect: auth-bypass


def listed(incoming: django.http.HttpRequest, cursor):
    cursor.execute(f"SELECT * FROM items WHERE name = '{incoming.GET['name']}'")  # expect: sql-injection
