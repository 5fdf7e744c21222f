async def conditions(filters):
    yield "1 = 1"
    for index, _ in enumerate(filters.values()):
        yield f"column_{index} = ?"
