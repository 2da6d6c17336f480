"""The same steps as tasks of Prefect: pip install prefect, python prefect_flow.py.

Each task is one command. What needs what, and what is done already, Matinee knows; Prefect sees, schedules and alarms.
"""

import os
import subprocess

from prefect import flow, task

HOME = os.environ.get("MATINEE_HOME", "/opt/matinee")
REFUSED = 3
# The public ratings, and the model whose films are taken over: without them both are fetched and made anew.
AT_HAND = ["--use", "data=data/downloads", "--use", "index=artifacts"]


@task(task_run_name="{step}")
def step(step: str) -> bool:
    """True where it is done, False where it said no. Other ends are errors, and Prefect's to tell of."""
    ended = subprocess.run(["npx", "matinee", "pipeline", "run", step, *AT_HAND], cwd=HOME, check=False)
    if ended.returncode not in (0, REFUSED):
        raise RuntimeError(f"{step} ended with exit code {ended.returncode}")
    return ended.returncode == 0


@flow(name="matinee")
def matinee() -> None:
    for name in ("harvest", "train", "gate", "promote"):
        if not step(name):
            return


if __name__ == "__main__":
    matinee.serve(name="nightly", cron="0 3 * * *")
