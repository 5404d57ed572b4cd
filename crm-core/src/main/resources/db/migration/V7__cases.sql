-- Cases with their lifecycles and clocks, and the products and orders that they are about.

-- ---- configured

CREATE TABLE case_type (
  id        VARCHAR(64)  NOT NULL PRIMARY KEY,
  place     INT          NOT NULL COMMENT 'order in which types are listed',
  title_en  VARCHAR(200) NOT NULL,
  title_zh  VARCHAR(200) NOT NULL,
  complaint BOOLEAN      NOT NULL COMMENT 'solved only with cause, product and remedy',
  states    JSON         NOT NULL COMMENT 'the lifecycle',
  clocks    JSON         NOT NULL COMMENT 'promises by priority',
  team      VARCHAR(64)  NULL COMMENT 'looks after its cases by default',
  version   BIGINT       NOT NULL DEFAULT 1,
  FOREIGN KEY (team) REFERENCES team (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE case_category (
  id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  place    INT          NOT NULL,
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  parent   VARCHAR(64)  NULL,
  version  BIGINT       NOT NULL DEFAULT 1,
  FOREIGN KEY (parent) REFERENCES case_category (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- products and orders: written by other programs, read by agents

CREATE TABLE product (
  id         UUID         NOT NULL PRIMARY KEY,
  number     VARCHAR(64)  NOT NULL UNIQUE COMMENT 'as the centre''s other programs name it',
  title      VARCHAR(200) NOT NULL,
  active     BOOLEAN      NOT NULL COMMENT 'still offered',
  changed_at DATETIME(3)  NOT NULL,
  version    BIGINT       NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE customer_order (
  id          UUID         NOT NULL PRIMARY KEY,
  number      VARCHAR(64)  NOT NULL UNIQUE,
  kind        VARCHAR(16)  NOT NULL COMMENT 'ORDER or CONTRACT',
  customer    UUID         NOT NULL,
  status      VARCHAR(200) NOT NULL COMMENT 'in words',
  status_kind VARCHAR(16)  NOT NULL COMMENT 'OPEN, IN_PROGRESS, DONE or CANCELLED',
  placed_at   DATETIME(3)  NOT NULL,
  expected_at DATETIME(3)  NULL COMMENT 'delivery, or begin of a contract',
  ends_at     DATETIME(3)  NULL COMMENT 'of a contract',
  changed_at  DATETIME(3)  NOT NULL,
  version     BIGINT       NOT NULL DEFAULT 1,
  KEY customer_order_customer (customer, placed_at, id),
  FOREIGN KEY (customer) REFERENCES customer (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE order_line (
  customer_order UUID         NOT NULL,
  place          INT          NOT NULL COMMENT 'from 0',
  product        UUID         NOT NULL,
  quantity       INT          NOT NULL,
  price_minor    BIGINT       NOT NULL COMMENT 'of all of them, in the smallest unit of the currency',
  currency       CHAR(3)      NOT NULL COMMENT 'ISO 4217',
  status         VARCHAR(200) NOT NULL,
  PRIMARY KEY (customer_order, place),
  FOREIGN KEY (customer_order) REFERENCES customer_order (id) ON DELETE CASCADE,
  FOREIGN KEY (product) REFERENCES product (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- ---- cases

-- One row a year; counted up in the transaction that opens the case. A number whose case was deleted is not used again.
CREATE TABLE case_number (
  year INT    NOT NULL PRIMARY KEY COMMENT 'in UTC',
  last BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE service_case (
  id           UUID         NOT NULL PRIMARY KEY,
  number       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'as C-2026-000123',
  type         VARCHAR(64)  NOT NULL,
  category     VARCHAR(64)  NULL,
  state        VARCHAR(64)  NOT NULL COMMENT 'of the lifecycle of its type',
  state_kind   VARCHAR(24)  NOT NULL COMMENT 'NEW, OPEN, WAITING_FOR_CUSTOMER, SOLVED or CLOSED',
  state_since  DATETIME(3)  NOT NULL,
  priority     VARCHAR(8)   NOT NULL COMMENT 'LOW, NORMAL, HIGH or URGENT',
  subject      VARCHAR(200) NOT NULL,
  description  MEDIUMTEXT   NOT NULL,
  customer     UUID         NULL,
  organisation UUID         NULL,
  owner        UUID         NULL COMMENT 'the agent who works on it',
  team         VARCHAR(64)  NULL,
  product      UUID         NULL,
  cause        VARCHAR(500) NULL,
  remedy       VARCHAR(500) NULL,
  clocks       JSON         NOT NULL COMMENT 'first answer, next answer, solution: what was promised, when it is due, or what is left while it stands still',
  due_at       DATETIME(3)  NOT NULL COMMENT 'of the clock that runs out first; 9999-12-31 when none runs',
  due_soon_at  DATETIME(3)  NOT NULL COMMENT 'from then on nearly overdue',
  opened_at    DATETIME(3)  NOT NULL,
  answered_at  DATETIME(3)  NULL COMMENT 'for the first time',
  solved_at    DATETIME(3)  NULL,
  closed_at    DATETIME(3)  NULL,
  changed_at   DATETIME(3)  NOT NULL,
  version      BIGINT       NOT NULL DEFAULT 1,
  KEY service_case_due (due_at, number),
  KEY service_case_owner (owner, due_at, number),
  KEY service_case_team (team, due_at, number),
  KEY service_case_customer (customer, due_at, number),
  KEY service_case_organisation (organisation, due_at, number),
  KEY service_case_state (type, state, state_kind),
  KEY service_case_category (category),
  -- What the board counts, and nothing else.
  KEY service_case_board (state_kind, team, owner, due_at, due_soon_at),
  FOREIGN KEY (type) REFERENCES case_type (id),
  FOREIGN KEY (category) REFERENCES case_category (id),
  FOREIGN KEY (team) REFERENCES team (id),
  FOREIGN KEY (customer) REFERENCES customer (id),
  FOREIGN KEY (organisation) REFERENCES organisation (id),
  FOREIGN KEY (product) REFERENCES product (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Both ways round when they are merely related; otherwise from the later to the earlier one.
CREATE TABLE case_relation (
  from_case UUID        NOT NULL,
  to_case   UUID        NOT NULL,
  kind      VARCHAR(16) NOT NULL COMMENT 'RELATED, MERGED_INTO or SPLIT_FROM',
  PRIMARY KEY (from_case, to_case),
  KEY case_relation_to (to_case),
  FOREIGN KEY (from_case) REFERENCES service_case (id) ON DELETE CASCADE,
  FOREIGN KEY (to_case) REFERENCES service_case (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Looking for customers must not go through the words of all cases.
ALTER TABLE search_term
  MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'CUSTOMER, ORGANISATION, CASE or ORDER',
  ADD KEY search_term_kind (kind, term, record);

ALTER TABLE interaction
  ADD COLUMN service_case UUID NULL COMMENT 'the one case that it belongs to',
  ADD KEY interaction_case (service_case, arrived_at, id);
