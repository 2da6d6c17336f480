"""The same steps as tasks of Apache Airflow: put this file into its folder of DAGs.

Each task is one command. Exit code 3, a gate's no, skips what follows and fails nothing.
"""

import os
from datetime import datetime

from airflow import DAG
from airflow.operators.bash import BashOperator

HOME = os.environ.get("MATINEE_HOME", "/opt/matinee")
STEPS = ("harvest", "train", "gate", "promote")

with DAG("matinee", schedule="0 3 * * *", start_date=datetime(2026, 1, 1), catchup=False, max_active_runs=1):
    before = None
    for name in STEPS:
        step = BashOperator(
            task_id=name,
            bash_command=f"npx matinee pipeline run {name} --use data=data/downloads --use index=artifacts",
            cwd=HOME,
            skip_on_exit_code=3,
        )
        if before is not None:
            before >> step
        before = step
