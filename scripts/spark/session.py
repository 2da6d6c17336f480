"""The connection to Spark."""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

DEFAULTS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
    "spark.driver.maxResultSize": "4g",
}
# where all runs on this machine, nothing listens to others
LOCAL = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


def open_session(master, conf):
    """The session of a master such as local[2] or spark://host:7077; `conf` goes before what is set here."""
    is_local = master.startswith("local")
    if is_local:
        os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(master).appName("matinee train")
    for key, value in {**DEFAULTS, **(LOCAL if is_local else {}), **conf}.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for file in sorted(Path(__file__).parent.glob("*.py")):
        spark.sparkContext.addPyFile(str(file))
    return spark
