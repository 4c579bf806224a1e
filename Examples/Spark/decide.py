#!/usr/bin/env python3
"""Decides a partitioned corpus in Apache Spark: every partition is a stream through `decorum decide --ndjson`.

    decide.py DECORUM PROGRAM CORPUS RESULT

CORPUS is a folder of NDJSON files, RESULT the folder that Spark writes. The program must lie at the same path on every
machine of a cluster, or be handed to them with SparkContext.addFile.
"""
import glob
import shlex
import sys

from pyspark import SparkConf, SparkContext

decorum, program, corpus, result = sys.argv[1:]

# A partition is one task on one core. A bad line ends the command with 1, and has a decision: that is no failed task.
command = ["sh", "-c", '"$0" "$@" || [ $? -eq 1 ]', decorum, "decide", program, "--ndjson", "--jobs", "1",
           "--fields", "comment,stance,category,actions", "--now", "2026-12-02T12:00:00Z"]

context = SparkContext(conf=SparkConf().setMaster("local[2]").setAppName("decorum").set("spark.ui.enabled", "false"))
context.setLogLevel("ERROR")
parts = ",".join(sorted(glob.glob(f"{corpus}/*.ndjson")))
context.textFile(parts).pipe(shlex.join(command), checkCode=True).saveAsTextFile(result)
context.stop()
