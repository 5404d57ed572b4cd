-- Rules of mail and texts that are sent by themselves or put into answers: configuration, as queues are. And what the rules said of
-- each mail, which reports and dry runs compare with.

CREATE TABLE mail_rule (
  id          VARCHAR(64)  NOT NULL PRIMARY KEY,
  place       INT          NOT NULL COMMENT 'rules are asked in this order',
  title_en    VARCHAR(200) NOT NULL,
  title_zh    VARCHAR(200) NOT NULL,
  enabled     BOOLEAN      NOT NULL,
  expression  TEXT         NOT NULL COMMENT 'CEL: when it matches',
  consequence MEDIUMTEXT   NOT NULL COMMENT 'JSON: queue, skills, tags …',
  version     BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE mail_template (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  purpose  VARCHAR(20)  NOT NULL COMMENT 'ACKNOWLEDGEMENT, OUT_OF_HOURS, OVERFLOW, SUGGESTION, CANNED or SIGNATURE',
  queue    VARCHAR(64)  NULL COMMENT 'NULL: of every queue',
  texts    MEDIUMTEXT   NOT NULL COMMENT 'JSON: by language, subject and body',
  version  BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE mail_decision (
  mail          UUID        NOT NULL PRIMARY KEY,
  queue         VARCHAR(64) NOT NULL COMMENT 'of the mailbox, unless a rule named another',
  rules         TEXT        NOT NULL COMMENT 'JSON: ids of those that matched, in their order',
  skills        TEXT        NOT NULL COMMENT 'JSON: levels',
  tier          INT         NOT NULL,
  head_start_ms BIGINT      NOT NULL,
  case_type     VARCHAR(64) NULL,
  tags          TEXT        NOT NULL COMMENT 'JSON',
  dropped       BOOLEAN     NOT NULL COMMENT 'as spam'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
