#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures whole processes: the program against openpyxl's read-only mode on one large workbook,
and the program alone on a small one.

Times are user + system seconds of the child as the kernel counted them, so that waiting for the
disk or for other programs does not enter. The two take turns, so that a slow spell of the machine
meets both; medians are printed. Memory is the largest resident set of a process.

The kernel counts the memory of a child from before it becomes another program; this driver
therefore holds nothing large itself, and figures below its own size (about 10 MB) mean "less".
Standard library only; openpyxl is imported by a child, run with --python.
"""
import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys

OPENPYXL = """
import csv, sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
with open(sys.argv[2], "w", newline="", encoding="utf-8") as out:
    writer = csv.writer(out)
    for row in book.worksheets[0].iter_rows(values_only=True):
        writer.writerow(row)
"""


def stop(message):
    sys.exit(f"compare.py: {message}")


def run(command, output=None):
    """-> CPU seconds, peak memory in MB; stops if the command fails"""
    with open(output or os.devnull, "wb") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
        messages = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        text = messages.decode("utf-8", "replace").strip() or "no message"
        stop(f"{' '.join(map(str, command[:2]))} ended with {child.returncode}: {text}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def compare_reading(options):
    ours, theirs = options.work / "ours.csv", options.work / "openpyxl.csv"
    tables = [options.program, "tables", "--all-cells", "--sheet", "1", "--format", "csv",
              options.workbook]
    openpyxl = [options.python, "-c", OPENPYXL, options.workbook, theirs]
    measured = {"tidytracker": [], "openpyxl": []}
    for _ in range(options.runs):
        measured["tidytracker"].append(run(tables, ours))
        measured["openpyxl"].append(run(openpyxl))
    rows = rows_of(ours), rows_of(theirs)
    if rows[0] != rows[1]:
        stop(f"tidytracker printed {rows[0]} rows, openpyxl {rows[1]}: nothing to compare")
    size = options.workbook.stat().st_size / 1e6
    print(f"work sheet to CSV, {rows[0]} rows, {size:.1f} MB, medians of {options.runs} runs")
    print(f"  {'':12} {'CPU s':>8} {'peak MB':>8}")
    seconds = {}
    for name, runs in measured.items():
        seconds[name] = statistics.median(one[0] for one in runs)
        print(f"  {name:12} {seconds[name]:8.2f} {max(one[1] for one in runs):8.0f}")
    print(f"  {'ratio':12} {seconds['openpyxl'] / seconds['tidytracker']:8.1f}")


def measure_converting(options):
    command = [options.program, "convert", options.small, "--as-of", "2024-03-31", "--force",
               "-o", options.work / "converted.xlsx"]
    runs = [run(command) for _ in range(options.small_runs)]
    milliseconds = statistics.median(one[0] for one in runs) * 1000
    print(f"convert {options.small.name} to XLSX, median of {options.small_runs} runs")
    print(f"  {'tidytracker':12} {milliseconds:8.1f} ms CPU {max(one[1] for one in runs):6.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--workbook", type=pathlib.Path, required=True, help="the large one")
    parser.add_argument("--small", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for outputs")
    parser.add_argument("--python", default="/usr/bin/python3", help="has Debian's openpyxl")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--small-runs", type=int, default=20)
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        stop(f"no program {options.program}")
    compare_reading(options)
    measure_converting(options)


if __name__ == "__main__":
    main()
