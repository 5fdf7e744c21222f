import sqlite3

from gateway import Gateway

orders = Gateway(sqlite3.connect("orders.db"), "orders")
