-- Conversations that come back to agents at a time of their own choice. One conversation has one.

CREATE TABLE mail_follow_up (
  thread   UUID         NOT NULL PRIMARY KEY,
  agent    UUID         NOT NULL COMMENT 'who chose it, and is asked first then',
  due_at   DATETIME(3)  NOT NULL,
  note     VARCHAR(500) NOT NULL COMMENT 'what is to be done then; may be empty',
  returned BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it came back',
  KEY mail_follow_up_due (returned, due_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
