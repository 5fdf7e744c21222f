import psycopg2


def in_transaction(work):
    connection = psycopg2.connect("dbname=bank")
    with connection:
        return work(connection.cursor())
