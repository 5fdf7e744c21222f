def people(cursor, name):
    query = f"""
        SELECT
            *
        FROM
            people
        WHERE
            name = '{name}'
    """
    cursor.execute(query)  # expect: sql-injection
