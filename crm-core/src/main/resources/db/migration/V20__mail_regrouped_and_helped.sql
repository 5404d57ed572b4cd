-- Conversations by mail that agents split and join, and what there was before, so that it can be undone.

CREATE TABLE mail_move (
  id          UUID        NOT NULL PRIMARY KEY,
  kind        VARCHAR(8)  NOT NULL COMMENT 'SPLIT or JOIN',
  from_thread UUID        NOT NULL COMMENT 'the conversation that lost mails',
  to_thread   UUID        NOT NULL COMMENT 'that has them now',
  mail        UUID        NULL COMMENT 'of a split: the mail that was chosen',
  interaction UUID        NOT NULL COMMENT 'of a split: that it became; of a join: on which it was done',
  agent       UUID        NOT NULL,
  at          DATETIME(3) NOT NULL,
  size        INT         NOT NULL COMMENT 'mails of to_thread afterwards: with another number it is not undone',
  content     MEDIUMTEXT  NOT NULL COMMENT 'JSON: what else was before, and what the router is to be told',
  routed      BOOLEAN     NOT NULL COMMENT 'the router knows of it, or need not',
  undone_at   DATETIME(3) NULL,
  KEY mail_move_from (from_thread),
  KEY mail_move_to (to_thread),
  KEY mail_move_mail (mail),
  KEY mail_move_routed (routed)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What moved, and the interaction that it belonged to before.
CREATE TABLE mail_moved (
  move        UUID NOT NULL,
  mail        UUID NOT NULL,
  interaction UUID NULL,
  PRIMARY KEY (move, mail),
  KEY mail_moved_mail (mail)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Interactions of which their mails do not say it any more: which conversation they are about.
CREATE TABLE mail_conversation (
  interaction UUID NOT NULL PRIMARY KEY,
  thread      UUID NOT NULL,
  KEY mail_conversation_thread (thread)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Customers who said that the article helped which an automatic reply suggested: each once.
CREATE TABLE mail_helped (
  mail    UUID        NOT NULL PRIMARY KEY COMMENT 'that was answered',
  article UUID        NOT NULL,
  at      DATETIME(3) NOT NULL,
  done    BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'everything has followed from it'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
