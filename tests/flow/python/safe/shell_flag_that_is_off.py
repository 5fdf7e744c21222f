import subprocess


def version(tool, use_shell=False):
    subprocess.run(f"/opt/{tool}/run", shell=False)
    return subprocess.run(f"/opt/{tool}/run", check=True)
