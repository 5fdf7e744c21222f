import mysql.connector
from flask import Flask, request

app = Flask(__name__)
db = mysql.connector.connect(host="localhost", database="shop")


@app.get("/customer")
def customer():
    cursor = db.cursor(dictionary=True)
    cursor.execute("SELECT * FROM customer WHERE id = " + request.args.get("id"))  # expect: sql-injection
    return cursor.fetchone()
