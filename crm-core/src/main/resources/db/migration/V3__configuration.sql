-- What supervisors configure: skills with levels, teams, calendars, the queues' routing, and who changed what.
-- Whatever is nested and never asked for by SQL is JSON in the shape of the API (docs/api.md).

-- One row: locked by every change, so that changes are judged and stored one after the other; counts them.
CREATE TABLE configuration (
  id       TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
  revision BIGINT  NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO configuration (id, revision) VALUES (1, 1);

-- Append-only.
CREATE TABLE configuration_change (
  revision BIGINT      NOT NULL PRIMARY KEY COMMENT 'also the version that the change gave to what was changed',
  at       DATETIME(3) NOT NULL,
  agent    UUID        NOT NULL COMMENT 'who',
  kind     VARCHAR(32) NOT NULL,
  entity   VARCHAR(64) NOT NULL,
  action   VARCHAR(16) NOT NULL COMMENT 'CREATED, CHANGED or DELETED',
  `before` LONGTEXT    NULL COMMENT 'JSON',
  `after`  LONGTEXT    NULL COMMENT 'JSON',
  KEY configuration_change_entity (kind, entity, revision)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- ---- skills

CREATE TABLE skill (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL COMMENT 'order in which skills are listed',
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  version  BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO skill (id, place, title_en, title_zh)
SELECT skill, ROW_NUMBER() OVER (ORDER BY skill), skill, skill
FROM (SELECT skill FROM agent_skill UNION SELECT skill FROM queue) named;

ALTER TABLE agent_skill
  ADD COLUMN level INT NOT NULL DEFAULT 10 COMMENT '1 to 10',
  ADD FOREIGN KEY (skill) REFERENCES skill (id);

-- ---- teams

CREATE TABLE team (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  version  BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE agent_team (
  agent UUID        NOT NULL,
  team  VARCHAR(64) NOT NULL,
  PRIMARY KEY (agent, team),
  FOREIGN KEY (agent) REFERENCES agent (id) ON DELETE CASCADE,
  FOREIGN KEY (team) REFERENCES team (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE agent
  ADD COLUMN routing JSON NOT NULL DEFAULT '{"limits":{},"choice":{"type":"bestRank"}}'
    COMMENT 'limits by channel, and from which queue he is served first',
  ADD COLUMN routing_version BIGINT NOT NULL DEFAULT 1 COMMENT 'of skills, teams and routing';

-- ---- calendars

CREATE TABLE calendar (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  zone     VARCHAR(64)  NOT NULL COMMENT 'IANA',
  hours    JSON         NOT NULL COMMENT 'spans by day of the week, and by date where that differs',
  version  BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- queues

ALTER TABLE queue
  ADD COLUMN wrap_up_extensions_max INT NOT NULL DEFAULT 10 AFTER wrap_up_extension_ms,
  ADD COLUMN tier INT NOT NULL DEFAULT 0 COMMENT 'a higher one beats any wait',
  ADD COLUMN head_start_ms BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN weight INT NOT NULL DEFAULT 1,
  ADD COLUMN calendar VARCHAR(64) NULL COMMENT 'NULL: always open',
  ADD COLUMN announce_every_ms BIGINT NOT NULL DEFAULT 0 COMMENT '0: never',
  ADD COLUMN rules JSON NULL COMMENT 'who serves it, widening, strategy, offers without answer, overflow, callbacks',
  ADD COLUMN version BIGINT NOT NULL DEFAULT 1,
  ADD FOREIGN KEY (calendar) REFERENCES calendar (id);

UPDATE queue SET
  -- Without a limit nothing can be extended.
  wrap_up_extensions_max = IF(wrap_up_limit_ms = 0, 0, 10),
  rules = CONCAT(
    '{"needs":{"skills":{', JSON_QUOTE(skill), ':1},"teams":[]},"widening":[],"strategy":{"type":"longestIdle"},',
    '"noAnswer":{"DECLINED":{"pauseAfter":0,"pause":"system.missed","retry":', decline_retry_ms, '},',
    '"TIMED_OUT":{"pauseAfter":1,"pause":"system.missed","retry":0},',
    '"DEVICE_UNREACHABLE":{"pauseAfter":1,"pause":"system.device","retry":0},',
    '"BUSY":{"pauseAfter":1,"pause":"system.device","retry":0},',
    '"NETWORK":{"pauseAfter":1,"pause":"system.device","retry":0},',
    '"BROWSER_GONE":{"pauseAfter":1,"pause":"system.browser","retry":0}},',
    '"overflow":[],',
    '"callback":{"attemptsMax":3,"retry":600000,"ringLimit":30000,"expiry":86400000}}');

ALTER TABLE queue
  MODIFY COLUMN rules JSON NOT NULL,
  DROP COLUMN skill,
  DROP COLUMN decline_retry_ms;

-- ---- the rest

ALTER TABLE break_reason ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

ALTER TABLE disposition ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Only where a channel differs from what the router does by itself.
CREATE TABLE channel_rule (
  id             VARCHAR(16) NOT NULL PRIMARY KEY COMMENT 'VOICE, EMAIL, FAX, CHAT or CALLBACK',
  units          INT         NOT NULL COMMENT 'of a seat''s 100',
  interrupted_by JSON        NOT NULL,
  per_agent_max  INT         NOT NULL,
  version        BIGINT      NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
