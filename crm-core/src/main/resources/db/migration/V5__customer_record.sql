-- The customer record: people and organisations with all their ways to be reached, what may be done with them, and who looked.

-- ---- segments: what customers are to the centre

CREATE TABLE customer_segment (
  id            VARCHAR(64)  NOT NULL PRIMARY KEY,
  place         INT          NOT NULL,
  title_en      VARCHAR(200) NOT NULL,
  title_zh      VARCHAR(200) NOT NULL,
  tier          INT          NOT NULL COMMENT 'at least this one in every queue',
  head_start_ms BIGINT       NOT NULL COMMENT 'counts as come so much earlier',
  version       BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What the mark on a customer meant until now, with the default of the setting that said how much.
INSERT INTO customer_segment (id, place, title_en, title_zh, tier, head_start_ms) VALUES ('vip', 1, 'VIP', '贵宾', 0, 120000);

-- ---- organisations and people

CREATE TABLE organisation (
  id         UUID         NOT NULL PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  parent     UUID         NULL,
  address    JSON         NULL,
  language   VARCHAR(35)  NULL COMMENT 'BCP 47',
  time_zone  VARCHAR(64)  NULL COMMENT 'IANA',
  segment    VARCHAR(64)  NULL,
  owner      UUID         NULL COMMENT 'the agent who looks after it',
  since      DATETIME(3)  NOT NULL,
  changed_at DATETIME(3)  NOT NULL,
  version    BIGINT       NOT NULL DEFAULT 1,
  KEY organisation_name (name, id),
  KEY organisation_parent (parent),
  FOREIGN KEY (parent) REFERENCES organisation (id),
  FOREIGN KEY (segment) REFERENCES customer_segment (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE customer
  ADD COLUMN given_name   VARCHAR(200) NULL AFTER name,
  ADD COLUMN family_name  VARCHAR(200) NULL AFTER given_name,
  ADD COLUMN reading      VARCHAR(200) NULL COMMENT 'how the name is said, as 王芳 is Wang Fang' AFTER family_name,
  ADD COLUMN address      JSON         NULL,
  ADD COLUMN time_zone    VARCHAR(64)  NULL COMMENT 'IANA',
  ADD COLUMN segment      VARCHAR(64)  NULL,
  ADD COLUMN organisation UUID         NULL,
  ADD COLUMN owner        UUID         NULL COMMENT 'the agent who looks after him',
  ADD COLUMN changed_at   DATETIME(3)  NULL,
  ADD COLUMN version      BIGINT       NOT NULL DEFAULT 1,
  ADD KEY customer_organisation (organisation, name, id),
  ADD KEY customer_owner (owner, name, id),
  ADD KEY customer_segment (segment, name, id),
  DROP KEY customer_name,
  ADD KEY customer_name (name, id),
  ADD FOREIGN KEY (organisation) REFERENCES organisation (id),
  ADD FOREIGN KEY (segment) REFERENCES customer_segment (id);

UPDATE customer SET changed_at = since, segment = IF(vip, 'vip', NULL);

ALTER TABLE customer
  MODIFY COLUMN changed_at DATETIME(3) NOT NULL,
  DROP COLUMN vip;

-- ---- contact points: several may share one, as a family its telephone

ALTER TABLE contact_point
  RENAME COLUMN main TO is_primary,
  RENAME COLUMN customer TO owner,
  ADD COLUMN owner_kind VARCHAR(16) NOT NULL DEFAULT 'CUSTOMER' COMMENT 'CUSTOMER or ORGANISATION' AFTER owner,
  ADD COLUMN place INT NOT NULL DEFAULT 0 COMMENT 'order in which they are listed',
  ADD COLUMN verified_at DATETIME(3) NULL COMMENT 'known to be his',
  ADD COLUMN do_not_contact BOOLEAN NOT NULL DEFAULT FALSE,
  MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'PHONE, EMAIL, FAX, CHAT or WEB';

ALTER TABLE contact_point
  DROP FOREIGN KEY contact_point_ibfk_1,
  DROP KEY contact_point_customer,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (kind, value, owner),
  ADD KEY contact_point_owner (owner, place);

-- ---- what may be done with him

CREATE TABLE consent (
  customer UUID         NOT NULL,
  purpose  VARCHAR(64)  NOT NULL,
  channel  VARCHAR(16)  NOT NULL,
  given    BOOLEAN      NOT NULL COMMENT 'FALSE: refused or taken back',
  at       DATETIME(3)  NOT NULL,
  source   VARCHAR(200) NOT NULL COMMENT 'how he said so',
  PRIMARY KEY (customer, purpose, channel),
  FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- notes and tags, of people, organisations and whatever comes later

CREATE TABLE note (
  id         UUID        NOT NULL PRIMARY KEY,
  record     UUID        NOT NULL COMMENT 'what it is about',
  text       MEDIUMTEXT  NOT NULL,
  author     UUID        NOT NULL,
  written_at DATETIME(3) NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  version    BIGINT      NOT NULL DEFAULT 1,
  KEY note_record (record, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE tag (
  record UUID        NOT NULL,
  tag    VARCHAR(64) NOT NULL,
  PRIMARY KEY (record, tag),
  KEY tag_records (tag, record)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- search: what people type first, of every kind of record, so that looking for it is a search by prefix

CREATE TABLE search_term (
  term   VARCHAR(40) NOT NULL COMMENT 'word of a name without accents in small letters, ending of a number, part of an address',
  record UUID        NOT NULL,
  kind   VARCHAR(16) NOT NULL COMMENT 'CUSTOMER, ORGANISATION or CASE',
  PRIMARY KEY (term, record),
  KEY search_term_record (record, term, kind)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO search_term (term, record, kind) SELECT ending, customer, 'CUSTOMER' FROM number_ending;

DROP TABLE number_ending;

-- ---- the history of an organisation is that of its people, at the time

ALTER TABLE interaction
  ADD COLUMN organisation UUID NULL AFTER customer,
  ADD KEY interaction_organisation (organisation, arrived_at, id);

-- Which interaction was moved from whom to whom; append-only.
CREATE TABLE interaction_move (
  id            UUID        NOT NULL PRIMARY KEY,
  interaction   UUID        NOT NULL,
  from_customer UUID        NULL,
  to_customer   UUID        NULL,
  agent         UUID        NOT NULL,
  at            DATETIME(3) NOT NULL,
  KEY interaction_move_interaction (interaction, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- who looked and who changed

CREATE TABLE audit (
  id       UUID         NOT NULL PRIMARY KEY,
  at       DATETIME(3)  NOT NULL,
  agent    UUID         NULL COMMENT 'NULL: Ahoy itself',
  token    UUID         NULL COMMENT 'the program that did it for him',
  action   VARCHAR(16)  NOT NULL,
  subject  VARCHAR(32)  NOT NULL,
  record   VARCHAR(64)  NOT NULL,
  `before` LONGTEXT     NULL COMMENT 'JSON of what changed, sealed with the key of the record',
  `after`  LONGTEXT     NULL,
  KEY audit_record (record, id),
  KEY audit_agent (agent, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Erasing a person deletes his key, and with it what the trail says of him; that something was done remains.
CREATE TABLE audit_key (
  record VARCHAR(64) NOT NULL PRIMARY KEY,
  secret BINARY(32)  NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Whoever changes it would have to change the schema first.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail is append-only';

DELIMITER //
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit FOR EACH ROW
  IF OLD.at > UTC_TIMESTAMP(3) - INTERVAL 365 DAY THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit trail of the last year is append-only';
  END IF//
DELIMITER ;

CREATE TRIGGER configuration_change_is_not_changed BEFORE UPDATE ON configuration_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history of the configuration is append-only';

CREATE TRIGGER configuration_change_is_not_deleted BEFORE DELETE ON configuration_change FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history of the configuration is append-only';

-- ---- programs

CREATE TABLE api_token (
  id         UUID         NOT NULL PRIMARY KEY,
  hash       BINARY(32)   NOT NULL UNIQUE COMMENT 'SHA-256; the token itself was shown once',
  name       VARCHAR(200) NOT NULL,
  agent      UUID         NOT NULL COMMENT 'for whom it acts, with at most his rights',
  scopes     JSON         NOT NULL,
  made_at    DATETIME(3)  NOT NULL,
  expires_at DATETIME(3)  NULL,
  revoked_at DATETIME(3)  NULL,
  used_at    DATETIME(3)  NULL COMMENT 'to the minute',
  KEY api_token_agent (agent),
  FOREIGN KEY (agent) REFERENCES agent (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What a POST with an Idempotency-Key answered, written in the transaction of what it did.
CREATE TABLE idempotency (
  caller  UUID         NOT NULL,
  `key`   VARCHAR(128) NOT NULL,
  request BINARY(32)   NOT NULL COMMENT 'SHA-256 of method, path and body',
  status  INT          NOT NULL,
  etag    VARCHAR(64)  NULL,
  body    LONGTEXT     NULL,
  at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (caller, `key`),
  KEY idempotency_age (at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Holds, for the length of a transaction, a contact point for which a customer is being made; empty in between.
CREATE TABLE point_lock (
  kind  VARCHAR(16)  NOT NULL,
  value VARCHAR(255) NOT NULL,
  PRIMARY KEY (kind, value)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
