-- Ahoy's first schema. All instants are DATETIME(3) in UTC, all durations milliseconds, all ids UUIDv7 unless said otherwise.
-- The router and the front doors write interaction, segment and offer independently and may retry in any order after an
-- outage, so these tables have no foreign keys to each other: a late row is better than a refused one.

-- ---- team

CREATE TABLE agent (
  id            UUID         NOT NULL PRIMARY KEY,
  -- Exactly one spelling signs in, so that counting failed attempts by login cannot be evaded.
  login         VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL UNIQUE COMMENT 'lower case',
  name          VARCHAR(200) NOT NULL,
  role          VARCHAR(16)  NOT NULL COMMENT 'AGENT or SUPERVISOR',
  extension     VARCHAR(16)  NOT NULL UNIQUE COMMENT 'what colleagues dial, and the name of the PJSIP endpoint',
  language      VARCHAR(35)  NOT NULL COMMENT 'BCP 47, of the desktop',
  password_hash VARCHAR(255) NOT NULL COMMENT 'Argon2id in PHC form',
  phone_secret  VARCHAR(64)  NOT NULL COMMENT 'of the SIP account, in clear because Asterisk needs it',
  device        VARCHAR(16)  NOT NULL DEFAULT 'BROWSER' COMMENT 'BROWSER or PHONE: which of his two phones rings'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE agent_skill (
  agent UUID        NOT NULL,
  skill VARCHAR(64) NOT NULL,
  PRIMARY KEY (agent, skill),
  FOREIGN KEY (agent) REFERENCES agent (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE queue (
  id                         VARCHAR(64)  NOT NULL PRIMARY KEY,
  place                      INT          NOT NULL COMMENT 'order in which queues are listed',
  title_en                   VARCHAR(200) NOT NULL,
  title_zh                   VARCHAR(200) NOT NULL,
  skill                      VARCHAR(64)  NOT NULL,
  service_level_threshold_ms BIGINT       NOT NULL COMMENT 'T of METRICS',
  service_level_target       DOUBLE       NOT NULL COMMENT '0 to 1',
  short_abandon_ms           BIGINT       NOT NULL COMMENT 'S of METRICS',
  offer_limit_ms             BIGINT       NOT NULL COMMENT 'how long an offer rings',
  wrap_up_limit_ms           BIGINT       NOT NULL COMMENT '0: no wrap-up',
  wrap_up_extension_ms       BIGINT       NOT NULL,
  decline_retry_ms           BIGINT       NOT NULL COMMENT 'how long one who declined is left alone',
  music_class                VARCHAR(64)  NOT NULL COMMENT 'music on hold class in Asterisk'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE break_reason (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY COMMENT 'system.* are set by Ahoy, never chosen',
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE disposition (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  queue    VARCHAR(64)  NULL COMMENT 'offered for this queue only; NULL for all'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE session (
  token_hash BINARY(32)  NOT NULL PRIMARY KEY COMMENT 'SHA-256; the token itself is only in the cookie',
  csrf       VARCHAR(64) NOT NULL,
  agent      UUID        NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY session_agent (agent),
  KEY session_expiry (expires_at),
  FOREIGN KEY (agent) REFERENCES agent (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- customers

CREATE TABLE customer (
  id       UUID         NOT NULL PRIMARY KEY,
  name     VARCHAR(200) NOT NULL,
  language VARCHAR(35)  NULL COMMENT 'BCP 47',
  vip      BOOLEAN      NOT NULL,
  since    DATETIME(3)  NOT NULL,
  KEY customer_name (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE contact_point (
  kind         VARCHAR(16)  NOT NULL COMMENT 'PHONE',
  value        VARCHAR(255) NOT NULL COMMENT 'PHONE: E.164 with the plus sign',
  customer     UUID         NOT NULL,
  label        VARCHAR(64)  NOT NULL,
  main         BOOLEAN      NOT NULL COMMENT 'the one to use first',
  PRIMARY KEY (kind, value),
  KEY contact_point_customer (customer),
  FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every ending of a number's digits, so that a search for any run of its digits is a search by prefix.
CREATE TABLE number_ending (
  ending   VARCHAR(15) NOT NULL,
  customer UUID        NOT NULL,
  PRIMARY KEY (ending, customer),
  FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE
) CHARACTER SET ascii COLLATE ascii_bin;

-- ---- history

CREATE TABLE interaction (
  id          UUID         NOT NULL PRIMARY KEY,
  channel     VARCHAR(16)  NOT NULL,
  from_shown  VARCHAR(64)  NOT NULL COMMENT 'as it came, cleaned',
  from_e164   VARCHAR(16)  NULL,
  withheld    BOOLEAN      NOT NULL,
  to_shown    VARCHAR(64)  NOT NULL COMMENT 'what was dialled',
  customer    UUID         NULL,
  arrived_at  DATETIME(3)  NOT NULL,
  ended_at    DATETIME(3)  NULL,
  state       VARCHAR(16)  NOT NULL,
  cause       VARCHAR(32)  NULL COMMENT 'why it ended',
  KEY interaction_arrival (arrived_at, id),
  KEY interaction_customer (customer, arrived_at, id),
  KEY interaction_number (from_e164, customer)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- One stay with one queue and, once answered, one agent: the raw times of every figure.
CREATE TABLE segment (
  interaction UUID        NOT NULL,
  number      INT         NOT NULL COMMENT 'from 1',
  queue       VARCHAR(64) NOT NULL,
  agent       UUID        NULL,
  entered_at  DATETIME(3) NOT NULL COMMENT 'entered the queue',
  answered_at DATETIME(3) NULL COMMENT 'connected with the agent',
  ended_at    DATETIME(3) NULL COMMENT 'left the queue unanswered, or end of the conversation',
  cleared_at  DATETIME(3) NULL COMMENT 'end of after-contact work',
  outcome     VARCHAR(16) NOT NULL COMMENT 'OPEN, ANSWERED, ABANDONED or FLOWED_OUT',
  cause       VARCHAR(32) NULL,
  PRIMARY KEY (interaction, number),
  KEY segment_agent (agent, interaction),
  KEY segment_figures (entered_at, queue, answered_at, ended_at, cleared_at, outcome),
  KEY segment_open (outcome, queue, entered_at, answered_at, ended_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE offer (
  interaction UUID        NOT NULL,
  attempt     INT         NOT NULL COMMENT 'from 1, counted over the whole interaction',
  agent       UUID        NOT NULL,
  queue       VARCHAR(64) NOT NULL,
  offered_at  DATETIME(3) NOT NULL,
  ended_at    DATETIME(3) NOT NULL,
  outcome     VARCHAR(32) NOT NULL,
  reason      TEXT        NOT NULL COMMENT 'JSON: why this agent',
  PRIMARY KEY (interaction, attempt),
  KEY offer_agent (agent, offered_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What an agent wrote about an interaction; a draft until done_at is set.
CREATE TABLE wrap_up (
  interaction UUID        NOT NULL,
  agent       UUID        NOT NULL,
  disposition VARCHAR(64) NULL,
  note        MEDIUMTEXT  NOT NULL,
  written_at  DATETIME(3) NOT NULL,
  done_at     DATETIME(3) NULL,
  PRIMARY KEY (interaction, agent)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- router

-- Append-only: every input the router applied, in order.
CREATE TABLE journal (
  domain  VARCHAR(64) NOT NULL,
  seq     BIGINT      NOT NULL,
  epoch   BIGINT      NOT NULL COMMENT 'of the lease under which it was written',
  at      DATETIME(3) NOT NULL,
  payload LONGTEXT    NOT NULL,
  PRIMARY KEY (domain, seq)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The router's whole state after the input seq.
CREATE TABLE journal_image (
  domain  VARCHAR(64) NOT NULL,
  seq     BIGINT      NOT NULL,
  at      DATETIME(3) NOT NULL,
  payload LONGTEXT    NOT NULL,
  PRIMARY KEY (domain, seq)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who owns a routing domain; an append with an older epoch is refused.
CREATE TABLE lease (
  domain  VARCHAR(64)  NOT NULL PRIMARY KEY,
  owner   VARCHAR(128) NOT NULL,
  epoch   BIGINT       NOT NULL,
  `until` DATETIME(3)  NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
