from psycopg import sql


def load(cursor, table, key):
    query = sql.SQL("SELECT * FROM {} WHERE id = %s").format(sql.Identifier(table))
    cursor.execute(query, (key,))
