-- Closed cases are kept no longer than what they are about.

INSERT INTO retention (kind, days) VALUES ('CASES', 1095);

ALTER TABLE service_case ADD KEY service_case_age (closed_at);
