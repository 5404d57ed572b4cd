-- Mail: what came, what goes, and how far each has come. The bytes of every message lie in the blob that sha256 names; the row is
-- written after it and before the server's copy is touched.

ALTER TABLE interaction
  ADD COLUMN from_address VARCHAR(320) NULL COMMENT 'of a mail, its domain in small letters' AFTER from_e164,
  ADD KEY interaction_address (from_address, customer);

-- Up to where a mailbox has been read. With POP3, which has no order, mailbox_uidl says what is stored.
CREATE TABLE mailbox_progress (
  mailbox      VARCHAR(320) NOT NULL PRIMARY KEY COMMENT 'its name in the settings',
  uid_validity BIGINT       NOT NULL,
  first_uid    BIGINT       NOT NULL COMMENT 'what was there when Ahoy came: of these only the unread ones are taken',
  last_uid     BIGINT       NOT NULL COMMENT 'everything up to it is stored',
  marked_uid   BIGINT       NOT NULL COMMENT 'everything up to it is marked on the server as well',
  since        DATETIME(3)  NOT NULL COMMENT 'Ahoy saw the mailbox for the first time; what was read before then is not taken'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mailbox_uidl (
  mailbox VARCHAR(320) NOT NULL,
  uidl    VARCHAR(70)  NOT NULL COMMENT 'RFC 1939: up to 70 characters',
  PRIMARY KEY (mailbox, uidl)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mail (
  id           UUID          NOT NULL PRIMARY KEY,
  direction    VARCHAR(3)    NOT NULL COMMENT 'IN or OUT',
  state        VARCHAR(16)   NOT NULL COMMENT 'of what came: STORED until it is read, then ROUTED, RECORDED, DUPLICATE or DROPPED; of what goes: OUT',
  mailbox      VARCHAR(320)  NOT NULL,
  sha256       CHAR(64)      NOT NULL,
  size         BIGINT        NOT NULL,
  message_id   VARCHAR(998)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'without angle brackets',
  fingerprint  CHAR(64)      NOT NULL COMMENT 'the same for one message that came twice',
  thread       UUID          NOT NULL COMMENT 'the first message of the conversation',
  -- Of a stranger who answered in somebody's conversation: seen by the agent, joined by nobody.
  linked       UUID          NULL COMMENT 'another thread that it names',
  interaction  UUID          NULL,
  author       UUID          NULL COMMENT 'the agent who wrote it; of an answer that no agent wrote: NULL',
  kind         VARCHAR(20)   NOT NULL COMMENT 'HUMAN, BOUNCE, VACATION …; of what goes: ANSWER, ACKNOWLEDGEMENT …',
  from_address VARCHAR(320)  NOT NULL,
  from_name    VARCHAR(200)  NOT NULL,
  recipients   MEDIUMTEXT    NOT NULL COMMENT 'JSON: to, cc, bcc',
  subject      VARCHAR(998)  NOT NULL,
  at           DATETIME(3)   NOT NULL COMMENT 'came, or was written',
  content      LONGTEXT      NOT NULL COMMENT 'JSON: texts, HTML, attachments, what was found out',
  readings     INT           NOT NULL DEFAULT 0 COMMENT 'begun; one that kills its reader is not read again',
  note         VARCHAR(500)  NULL COMMENT 'why it is where it is',
  KEY mail_thread (thread, at),
  KEY mail_interaction (interaction, at),
  KEY mail_message_id (message_id(190)),
  KEY mail_fingerprint (fingerprint),
  KEY mail_state (state, id),
  KEY mail_from (from_address, at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The outbox: one row for each message that goes.
CREATE TABLE mail_delivery (
  mail          UUID         NOT NULL PRIMARY KEY,
  state         VARCHAR(16)  NOT NULL COMMENT 'WAITING, SENDING, SENT, FAILED, CANCELLED or UNCERTAIN',
  envelope_from VARCHAR(320) NOT NULL COMMENT 'empty: nobody is to answer',
  automatic     BOOLEAN      NOT NULL,
  due_at        DATETIME(3)  NOT NULL,
  attempts      INT          NOT NULL DEFAULT 0,
  maybe_twice   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it was cut off after its text, so it went again',
  error         VARCHAR(500) NULL COMMENT 'what the server said last',
  sent_at       DATETIME(3)  NULL,
  KEY mail_delivery_due (state, due_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE mail_recipient (
  mail      UUID         NOT NULL,
  address   VARCHAR(320) NOT NULL,
  at        DATETIME(3)  NOT NULL COMMENT 'when it was written, for budgets',
  sent_at   DATETIME(3)  NULL COMMENT 'a server took it for him',
  failure   VARCHAR(500) NULL COMMENT 'refused, or bounced: with what words',
  PRIMARY KEY (mail, address),
  KEY mail_recipient_budget (address, at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Every automatic reply that was thought of, sent or not, and why.
CREATE TABLE mail_reply (
  mail    UUID         NOT NULL COMMENT 'that it answers',
  kind    VARCHAR(20)  NOT NULL COMMENT 'ACKNOWLEDGEMENT, OUT_OF_HOURS or SUGGESTION',
  mailbox VARCHAR(320) NOT NULL,
  queue   VARCHAR(64)  NULL,
  at      DATETIME(3)  NOT NULL,
  reason  VARCHAR(32)  NOT NULL COMMENT 'SENT, or why not',
  detail  VARCHAR(500) NOT NULL,
  reply   UUID         NULL,
  PRIMARY KEY (mail, kind),
  KEY mail_reply_at (at, reason)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What an agent writes and has not sent; it survives whatever happens to him.
CREATE TABLE mail_draft (
  id          UUID        NOT NULL PRIMARY KEY,
  version     BIGINT      NOT NULL DEFAULT 1,
  thread      UUID        NULL COMMENT 'NULL: a new mail',
  interaction UUID        NULL,
  answers     UUID        NULL COMMENT 'the mail that it answers',
  author      UUID        NOT NULL,
  content     LONGTEXT    NOT NULL COMMENT 'JSON',
  begun_at    DATETIME(3) NOT NULL COMMENT 'what others answered before then, he has seen',
  changed_at  DATETIME(3) NOT NULL,
  UNIQUE KEY mail_draft_one (thread, author),
  KEY mail_draft_author (author, changed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The key that our Message-IDs are signed with.
CREATE TABLE mail_key (
  one    BOOLEAN    NOT NULL PRIMARY KEY DEFAULT TRUE CHECK (one),
  secret BINARY(32) NOT NULL
);
