#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures whole processes: the program beside others that do the same work on the same file.

Times are user + system seconds of the child and of what it started, as the kernel counted them, so
that waiting for the disk or for other programs does not enter. The programs of a task take turns,
so that a slow spell of the machine meets all; medians are printed. Memory is the largest resident
set of a process. What is not installed is left out, and named.

The kernel counts the memory of a child from before it becomes another program; this driver
therefore holds nothing large itself, and figures below its own size (about 10 MB) mean "less".
Standard library only; what others need is imported by children, run with --python.
"""
import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

OPENPYXL = """
import csv, sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
with open(sys.argv[2], "w", newline="", encoding="utf-8") as out:
    writer = csv.writer(out)
    for row in book.worksheets[0].iter_rows(values_only=True):
        writer.writerow(row)
"""
PANDAS_EXCEL = """
import sys
import pandas
pandas.read_excel(sys.argv[1]).to_csv(sys.argv[2], index=False)
"""
PANDAS_CSV = """
import sys
import pandas
pandas.read_csv(sys.argv[1], dtype=str).to_csv(sys.argv[2], index=False)
"""
CSV_MODULE = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as text:
    with open(sys.argv[2], "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(csv.reader(text))
"""
OFFICE = ["soffice", "--headless", "-env:UserInstallation=file://{profile}", "--convert-to", "csv",
          "--outdir", "{folder}", "{input}"]
SHEET = ["{ours}", "tables", "--all-cells", "--sheet", "1", "--format", "csv", "{input}"]
WRITTEN = "{folder}/theirs.csv"

# What is measured: the work, its input, our command, and the others' by name. A command prints to
# standard output or writes into the folder of the run.
TASKS = [
    ("work sheet (.xlsx) to CSV", "tracker.xlsx", SHEET, {
        "openpyxl": ["{python}", "-c", OPENPYXL, "{input}", WRITTEN],
        "pandas": ["{python}", "-c", PANDAS_EXCEL, "{input}", WRITTEN],
        "xlsx2csv": ["xlsx2csv", "{input}", WRITTEN],
        "ssconvert": ["ssconvert", "{input}", WRITTEN],
        "LibreOffice": OFFICE}),
    ("work sheet (.ods) to CSV", "tracker.ods", SHEET, {
        "ssconvert": ["ssconvert", "{input}", WRITTEN],
        "LibreOffice": OFFICE}),
    ("work sheet (.xls) to CSV", "tracker.xls", SHEET, {
        "ssconvert": ["ssconvert", "{input}", WRITTEN],
        "LibreOffice": OFFICE}),
    ("CSV to plain CSV", "tracker.csv", SHEET, {
        "Python's csv": ["{python}", "-c", CSV_MODULE, "{input}", WRITTEN],
        "pandas": ["{python}", "-c", PANDAS_CSV, "{input}", WRITTEN],
        "csvformat": ["csvformat", "{input}"],
        "Miller": ["mlr", "--csv", "--quote-original", "cat", "{input}"]}),
    ("pages (.pdf): tables here, words there", "tracker.pdf",
     ["{ours}", "tables", "--format", "json", "{input}"],
     {"pdftotext -bbox": ["pdftotext", "-bbox", "{input}", "{folder}/words.html"]}),
    ("tracker (.xlsx) to register (.xlsx)", "tracker.xlsx",
     ["{ours}", "convert", "{input}", "--as-of", "2024-06-30", "-o", "{folder}/register.xlsx"],
     {"openpyxl, reading": ["{python}", "-c", OPENPYXL, "{input}", WRITTEN]}),
    ("300 rows (.xlsx) to register (.xlsx)", "small.xlsx",
     ["{ours}", "convert", "{input}", "--as-of", "2024-06-30", "-o", "{folder}/register.xlsx"], {}),
    ("start of the program", "small.xlsx", ["{ours}", "--version"], {}),
]

# Short work is measured more often.
SMALL, SMALL_TIMES = 1e6, 10


def stop(message):
    sys.exit(f"compare.py: {message}")


def spent_by_children():
    """-> CPU seconds of all that was waited for, and of what that waited for"""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command, output):
    """-> CPU seconds, seconds on the clock, peak memory in MB; stops if the command fails"""
    before = spent_by_children()
    start = time.monotonic()
    with open(output, "wb") as out, tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=out, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            errors.seek(0)
            text = errors.read().decode("utf-8", "replace").strip() or "no message"
            stop(f"{' '.join(map(str, command[:2]))} ended with {child.returncode}: {text}")
    return spent_by_children() - before, time.monotonic() - start, usage.ru_maxrss / 1024


def missing_part(command, python):
    """The program or module that a command needs and that is not here; or nothing"""
    if command[0] != "{python}":
        return None if shutil.which(command[0]) else command[0]
    modules = [line.split()[1].rstrip(",") for line in command[2].splitlines() if line.startswith("import ")]
    module = modules[-1]
    found = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    return None if found.returncode == 0 else f"Python's {module}"


def measure(task, options):
    title, name, ours, others = task
    source = options.inputs / name
    if not source.exists():
        print(f"{title}: left out, there is no {name}\n")
        return
    commands = {"tidytracker": ours}
    missing = []
    for tool, command in others.items():
        part = missing_part(command, options.python)
        if part:
            missing.append(part)
        else:
            commands[tool] = command
    runs = {tool: [] for tool in commands}
    with tempfile.TemporaryDirectory(dir=options.inputs) as folder:
        words = {"input": source, "folder": folder, "ours": options.program.resolve(),
                 "python": options.python, "profile": options.inputs / "office"}
        often = SMALL_TIMES if source.stat().st_size < SMALL else 1
        for _ in range(options.runs * often):
            for tool, command in commands.items():
                # A script has brackets of its own.
                told = [word if "\n" in word else word.format(**words) for word in command]
                runs[tool].append(run(told, f"{folder}/printed"))
                for made in pathlib.Path(folder).iterdir():
                    made.unlink()
    report(f"{title}, {source.stat().st_size / 1e6:.1f} MB", runs)
    if missing:
        print(f"  not here: {', '.join(missing)}")
    print()


def report(title, runs):
    print(title)
    print(f"  {'':18} {'CPU s':>8} {'wall s':>8} {'peak MB':>8} {'CPU, times ours':>16}")
    own = None
    for tool, measured in runs.items():
        cpu, wall = (statistics.median(one[at] for one in measured) for at in (0, 1))
        own = own or cpu
        peak = max(one[2] for one in measured)
        print(f"  {tool:18} {cpu:8.3f} {wall:8.3f} {peak:8.0f} {cpu / own:16.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--inputs", required=True, type=pathlib.Path,
                        help="folder with tracker.xlsx and its like")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--python", default="/usr/bin/python3", help="one that has openpyxl")
    options = parser.parse_args()
    options.inputs = options.inputs.resolve()
    for task in TASKS:
        measure(task, options)


if __name__ == "__main__":
    main()
