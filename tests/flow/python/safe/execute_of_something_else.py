def run(command, pool, name):
    command.execute(f"greet {name}")
    pool.execute("echo " + name)
