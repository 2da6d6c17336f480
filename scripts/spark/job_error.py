class JobError(Exception):
    """What whoever started the job can mend: one plain sentence that says how."""
