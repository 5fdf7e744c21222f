"""Draws the figures of the benchmarks, and writes them as tables.

    TRIPLINE_BENCH_FIGURES=growth.json cargo bench -p tripline-tests
    python3 tests/bench/peers.py --out peers.json
    python3 tests/bench/report.py growth.json peers.json

Needs matplotlib. Writes `REPORT.md`, `growth.svg` and `peers.svg` beside itself.
"""

import json
import os
import platform
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

HERE = Path(__file__).resolve().parent
plt.rcParams["svg.hashsalt"] = "tripline"
BUDGET_P50, BUDGET_P99, BUDGET_MEMORY = 2, 10, 60


def table(head, rows):
    """A table in Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def draw_growth(growth):
    figure, (edits, scans, memory) = plt.subplots(1, 3, figsize=(13, 4))
    files, workspaces = growth["files"], growth["workspaces"]
    lines = [row["lines"] for row in files]
    edits.plot(lines, [row["p50_ms"] for row in files], marker="o", label="p50")
    edits.plot(lines, [row["p99_ms"] for row in files], marker="o", label="p99")
    edits.axhline(BUDGET_P50, color="tab:blue", linestyle=":", label="budget of p50 at 5,000 lines")
    edits.axhline(BUDGET_P99, color="tab:orange", linestyle=":", label="budget of p99 at 5,000 lines")
    edits.set(xscale="log", yscale="log", xlabel="lines of the file", ylabel="ms", title="an edit, to its findings")
    lines = [row["lines"] for row in workspaces]
    cores = workspaces[0]["cores"]
    scans.plot(lines, [row["seconds_1"] for row in workspaces], marker="o", label="1 core")
    scans.plot(lines, [row["seconds_all"] for row in workspaces], marker="o", label=f"{cores} cores")
    first = workspaces[0]
    scans.plot(lines, [first["seconds_1"] * count / first["lines"] for count in lines], color="grey", linestyle=":", label="linear")
    scans.set(xscale="log", yscale="log", xlabel="lines of the workspace", ylabel="s", title="a cold scan")
    memory.plot(lines, [row["scan_bytes_a_byte"] for row in workspaces], marker="o", label="scanning, at the peak")
    memory.plot(lines, [row["host_bytes_a_byte"] for row in workspaces], marker="o", label="all known to the server, idle")
    memory.axhline(BUDGET_MEMORY, color="grey", linestyle=":", label="budget")
    memory.set(xscale="log", ylim=(0, None), xlabel="lines of the workspace", ylabel="bytes a source byte", title="memory")
    for axes in (edits, scans, memory):
        axes.legend(fontsize=8)
        axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(HERE / "growth.svg", metadata={"Date": None})


def draw_peers(peers):
    scans = peers["scans"]
    packages = list(dict.fromkeys(row["package"] for row in scans))
    tools = list(dict.fromkeys(row["tool"] for row in scans))
    cores = max(row["cores"] for row in scans)
    figure, axes = plt.subplots(figsize=(9, 4))
    width = 0.8 / len(tools)
    for index, tool in enumerate(tools):
        rows = {row["package"]: row for row in scans if row["tool"] == tool and row["cores"] == cores}
        places = [place + (index - (len(tools) - 1) / 2) * width for place in range(len(packages))]
        axes.bar(places, [rows[name]["lines"] / rows[name]["median_s"] for name in packages], width, label=tool)
    axes.set(yscale="log", ylabel="lines a second", title=f"a scan, whole process, {cores} cores")
    axes.set_xticks(range(len(packages)), packages)
    axes.legend(fontsize=8)
    axes.grid(axis="y", alpha=0.3)
    figure.tight_layout()
    figure.savefig(HERE / "peers.svg", metadata={"Date": None})


def report(growth, peers):
    """The text of the report."""
    files = [
        (f"{row['lines']:,}", f"{row['p50_ms']:.2f}", f"{row['p99_ms']:.2f}", f"{row['open_ms']:.1f}") for row in growth["files"]
    ]
    languages = [
        (row["name"], row["findings"], "a " + row["edit"], f"{row['p50_ms']:.2f}", f"{row['p99_ms']:.2f}")
        for row in growth["languages"]
    ]
    workspaces = [
        (
            f"{row['lines']:,}", f"{row['lines'] / row['seconds_1']:,.0f}", f"{row['lines'] / row['seconds_all']:,.0f}",
            f"{row['scan_bytes_a_byte']:.1f}", f"{row['host_bytes_a_byte']:.1f}", f"{row['edit_p50_ms']:.2f}",
            f"{row['edit_p99_ms']:.2f}",
        )
        for row in growth["workspaces"]
    ]
    ours = {
        (row["package"], row["cores"]): row["median_s"] for row in peers["scans"] if row["tool"] == "tripline"
    }
    scans = [
        (
            f"{row['package']} ({row['lines']:,} lines)", row["cores"], row["tool"], f"{row['median_s']:.2f}",
            f"{row['lines'] / row['median_s']:,.0f}", f"{row['median_s'] / ours[row['package'], row['cores']]:.2f}",
            f"{row['peak_bytes'] / 1e6:.0f}", row["results"],
        )
        for row in peers["scans"]
    ]
    servers = [
        (f"{row['package']} ({row['lines']:,} lines)", row["tool"], f"{row['p50_ms']:.2f}", f"{row['p99_ms']:.2f}")
        for row in peers["servers"]
    ]
    cores = growth["workspaces"][0]["cores"]
    return f"""# Benchmarks

Measured on {os.cpu_count()} cores ({platform.machine()}, {platform.system()}); times depend on the machine, ratios less so.
`report.py` says how to measure again.

## An edit over the size of its file

A letter is typed into a function, and deleted again, in another function each time, until the findings of the file are there: in
the server, without the transport. Budget: p50 2 ms, p99 10 ms at 5,000 lines.

{table(["lines", "p50 (ms)", "p99 (ms)", "opening it (ms)"], files)}
The same in 5,000 generated lines of each language, and with an open bracket, after which the file does not parse:

{table(["language", "findings", "typed", "p50 (ms)", "p99 (ms)"], languages)}
`cargo bench -p tripline-tests --bench latency -- edits FILE` measures both in a file of yours.

## Growth with the workspace

Generated Python: packages whose files call each other. Memory is in bytes a source byte (budget: 60); the edit is in one of the files
while the whole workspace is known, so that flows through other files are reported.

{table(["lines", "lines/s, 1 core", f"lines/s, {cores} cores", "memory, scan", "memory, server", "edit p50 (ms)", "edit p99 (ms)"], workspaces)}
![How an edit, a scan and memory grow](growth.svg)

## Beside other tools

Whole processes on the same files, in turns; the median of {peers["runs"]} run(s) each. A ratio is the time by Tripline's: above 1 is slower than
Tripline. The tools do not look for the same things: ruff matches patterns in single expressions, semgrep has six rules of ours
(`semgrep.yml`), foxguard its built-in ones; Tripline follows values through the functions and files of the program. Results are those of
each tool's default view.

{table(["package", "cores", "tool", "seconds", "lines/s", "ratio", "peak (MB)", "results"], scans)}
![Lines a second of each tool](peers.svg)

The language servers, from `didChange` to `publishDiagnostics`, with an edit that moves every diagnostic of the file:

{table(["file", "server", "p50 (ms)", "p99 (ms)"], servers)}"""


def main():
    growth, peers = (json.loads(Path(argument).read_text()) for argument in sys.argv[1:3])
    draw_growth(growth)
    draw_peers(peers)
    (HERE / "REPORT.md").write_text(report(growth, peers))


if __name__ == "__main__":
    main()
