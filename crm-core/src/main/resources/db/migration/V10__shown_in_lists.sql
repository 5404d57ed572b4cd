-- Which records a list or a search showed. Such a line of the trail is about many records, and each must lead to it.

CREATE TABLE audit_shown (
  entry  UUID NOT NULL COMMENT 'the line of the trail',
  record UUID NOT NULL,
  PRIMARY KEY (entry, record),
  KEY audit_shown_record (record, entry),
  FOREIGN KEY (entry) REFERENCES audit (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TRIGGER audit_shown_is_not_changed BEFORE UPDATE ON audit_shown FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail is append-only';

-- They go with their line, when that is old enough to go: what the foreign key does calls no trigger.
CREATE TRIGGER audit_shown_is_not_deleted BEFORE DELETE ON audit_shown FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail is append-only';
