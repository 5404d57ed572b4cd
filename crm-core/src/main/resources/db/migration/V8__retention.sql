-- How long what is kept about people is kept, and what was forgotten when.

CREATE TABLE retention (
  kind VARCHAR(32) NOT NULL PRIMARY KEY,
  days INT         NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO retention (kind, days) VALUES
  ('INTERACTIONS', 1095), ('WRAP_UP_NOTES', 1095), ('NOTES', 1095), ('AUDIT', 1095), ('ANSWERS', 1), ('SESSIONS', 1), ('SEARCHES', 365);

CREATE TABLE retention_run (
  id      UUID        NOT NULL PRIMARY KEY,
  at      DATETIME(3) NOT NULL,
  dry_run BOOLEAN     NOT NULL COMMENT 'only counted',
  counts  JSON        NOT NULL COMMENT 'rows by kind'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE note ADD KEY note_age (changed_at);
ALTER TABLE wrap_up ADD KEY wrap_up_age (written_at);
ALTER TABLE article_search ADD KEY article_search_age (at);
