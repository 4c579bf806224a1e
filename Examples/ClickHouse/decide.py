#!/usr/bin/env python3
"""Runs a query in chDB, which is ClickHouse in this process, with the functions of decorum_function.xml.

    decide.py CONFIG QUERY FORMAT
"""
import sys

import chdb

config, query, form = sys.argv[1:]
sys.stdout.buffer.write(chdb.connect(f":memory:?config-file={config}").query(query, form).bytes())
