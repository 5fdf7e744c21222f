"""Measures Tripline beside other tools, on the same files in the same run.

    python3 tests/bench/peers.py [--out FILE] [--runs N] [PACKAGE ...]

A package is a requirement (`django==5.2`) or a folder. The other tools (ruff, foxguard, semgrep) and packages are installed
into temporary folders with pip. Of each tool: the wall time of a scan (the fastest and the median of N), its peak memory, and how many
results it has; of the language servers: the time from an edit to its diagnostics. Nothing here asserts a time.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import venv
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = ["django==5.2", "flask==3.1.0", "sqlalchemy==2.0.40", "requests==2.32.3"]
TOOLS = ["ruff", "foxguard", "semgrep"]


def install(folder):
    """The folder of the programs of the other tools."""
    venv.create(folder, with_pip=True)
    bin_folder = Path(folder) / "bin"
    subprocess.run([bin_folder / "pip", "install", "--quiet", *TOOLS], check=True)
    return bin_folder


def fetch(bin_folder, requirement, folder):
    """The sources of a package."""
    if Path(requirement).is_dir():
        return Path(requirement)
    target = Path(folder) / requirement.replace("==", "-")
    target.mkdir()
    command = [bin_folder / "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", target, requirement], check=True)
    for wheel in target.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(target)
        wheel.unlink()
    return target


def commands(bin_folder, tripline, folder, threads):
    """How each tool scans a folder."""
    semgrep = [
        bin_folder / "semgrep", "scan", "--quiet", "--json", "--metrics", "off", "--disable-version-check", "--no-git-ignore",
        "--jobs", str(threads), "--config", HERE / "semgrep.yml", folder,
    ]
    return {
        "tripline": [tripline, "scan", "--format", "json", "--no-progress", "--threads", str(threads), folder],
        "ruff (S)": [
            bin_folder / "ruff", "check", "--isolated", "--no-cache", "--select", "S", "--output-format", "json", folder,
        ],
        "foxguard": [bin_folder / "foxguard", "--format", "json", folder],
        "semgrep (6 rules)": semgrep,
    }


def count(tool, output):
    """How many results a tool has told."""
    told = json.loads(output)
    for key in ("findings", "results"):
        if isinstance(told, dict) and key in told:
            return len(told[key])
    return len(told)


def run(command, cores):
    """Wall time in seconds, peak memory in bytes and output of a process on these cores."""
    before = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=tempfile.gettempdir(),
        preexec_fn=lambda: os.sched_setaffinity(0, cores), env={**os.environ, "RAYON_NUM_THREADS": str(len(cores))},
    )
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - before, usage.ru_maxrss * 1024, output


def measure_scans(bin_folder, tripline, folders, runs):
    """The rows of the table of scans."""
    rows = []
    for name, folder in folders.items():
        files = list(folder.rglob("*.py"))
        lines = sum(file.read_bytes().count(b"\n") for file in files)
        for cores in ({0}, set(range(os.cpu_count()))):
            listed = commands(bin_folder, tripline, folder, len(cores))
            times = {tool: [] for tool in listed}
            peaks, results = {}, {}
            # The tools take turns, so that what else the machine does meets all of them.
            for _ in range(runs):
                for tool, command in listed.items():
                    seconds, peak, output = run(command, cores)
                    times[tool].append(seconds)
                    peaks[tool] = max(peak, peaks.get(tool, 0))
                    results[tool] = count(tool, output)
            for tool in listed:
                row = {
                    "package": name, "files": len(files), "lines": lines, "cores": len(cores), "tool": tool,
                    "median_s": statistics.median(times[tool]), "fastest_s": min(times[tool]), "peak_bytes": peaks[tool],
                    "results": results[tool],
                }
                rows.append(row)
                print(
                    f"{name} ({lines} lines), {len(cores)} core(s): {tool}: {row['median_s']:.2f} s "
                    f"({lines / row['median_s']:,.0f} lines/s), {row['peak_bytes'] / 1e6:.0f} MB, {row['results']} results"
                )
    return rows


class Server:
    """A language server that publishes diagnostics."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        capabilities = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
        settings = {"settings": {"lint": {"select": ["S"]}}}
        self.send({
            "id": 1, "method": "initialize",
            "params": {
                "processId": None, "rootUri": None, "capabilities": capabilities, "initializationOptions": settings,
            },
        })
        while self.receive().get("id") != 1:
            pass
        self.send({"method": "initialized", "params": {}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            sys.exit("the server has ended")
        return json.loads(self.process.stdout.read(length))

    def published(self, version):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                if message["params"].get("version") == version:
                    return

    def close(self):
        self.process.kill()
        self.process.wait()


# Something that every server reports, at the end of each file: where it is moves with the edits, so that it is published again.
PROBE = """

def probe_of_the_benchmark(token):
    import jwt
    import pickle
    claims = jwt.decode(token, options={"verify_signature": False})
    return pickle.loads(claims["state"])
"""


def measure_edits(command, text, edits):
    """From an edit to its diagnostics, in milliseconds, inserting an empty line at the top and deleting it again."""
    server = Server(command)
    limit = threading.Timer(120, server.process.kill)
    limit.start()
    uri = "file:///project/service.py"
    document = {"uri": uri, "languageId": "python", "version": 1, "text": text + PROBE}
    server.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    server.published(1)
    times = []
    for version in range(2, 2 * edits + 2):
        is_there = version % 2 == 1
        change = {
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": int(is_there), "character": 0}},
            "text": "" if is_there else "\n",
        }
        before = time.perf_counter()
        server.send({
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
        })
        server.published(version)
        times.append((time.perf_counter() - before) * 1000)
    limit.cancel()
    server.close()
    return sorted(times)


def measure_servers(bin_folder, tripline, folders, edits):
    """The rows of the table of edits, in the longest file of at most 6,000 lines of each package."""
    rows = []
    for name, folder in folders.items():
        texts = [file.read_text(errors="replace") for file in folder.rglob("*.py")]
        text = max((text for text in texts if text.count("\n") <= 6000), key=len)
        for tool, command in (("tripline", [tripline, "lsp"]), ("ruff (S)", [bin_folder / "ruff", "server"])):
            times = measure_edits(command, text, edits)
            row = {
                "package": name, "lines": text.count("\n"), "tool": tool,
                "p50_ms": times[len(times) // 2], "p99_ms": times[len(times) * 99 // 100],
            }
            rows.append(row)
            print(f"{name}: an edit in {row['lines']} lines: {tool}: p50 {row['p50_ms']:.2f} ms, p99 {row['p99_ms']:.2f} ms")
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    parser.add_argument("--out", help="a file for the figures, as JSON")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--tools", help="the folder of the programs of the other tools, if they are installed already")
    arguments = parser.parse_args()
    tripline = HERE.parent.parent / "target/release/tripline"
    if not tripline.exists():
        sys.exit("build it first: cargo build --release -p tripline")
    work = tempfile.mkdtemp(prefix="tripline-peers-")
    try:
        bin_folder = Path(arguments.tools) if arguments.tools else install(Path(work) / "venv")
        packages = Path(work) / "packages"
        packages.mkdir()
        folders = {Path(name).name: fetch(bin_folder, name, packages) for name in arguments.packages}
        figures = {
            "runs": arguments.runs,
            "scans": measure_scans(bin_folder, tripline, folders, arguments.runs),
            "servers": measure_servers(bin_folder, tripline, folders, arguments.edits),
        }
        if arguments.out:
            Path(arguments.out).write_text(json.dumps(figures))
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
