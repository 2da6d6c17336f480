-- Whether a person's answers may be learned from for others: null where they have not said.
ALTER TABLE users ADD COLUMN teaches INTEGER CHECK (teaches IN (0, 1));

-- Which model made a suggestion, so that what was chosen to be shown is known; not known of those made before.
ALTER TABLE suggestions ADD COLUMN model TEXT;
