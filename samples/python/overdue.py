# SPDX-License-Identifier: Apache-2.0
"""Overdue actions by lead, from a tracker of any format: overdue.py TRACKER DAY"""
import io, subprocess, sys
import pandas

command = ["tidytracker", "convert", sys.argv[1], "--as-of", sys.argv[2], "--to", "jsonl", "-o", "-"]
lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
actions = pandas.read_json(io.StringIO(lines), lines=True, dtype=False, convert_dates=False)
late = actions[actions["overdue"].eq(True)].explode("leads")
late = late.assign(lead=late["leads"].str["text"], due=late["due"].str["date"])
print(late[["lead", "ref", "due"]].sort_values(["due", "ref"]).to_string(index=False))
