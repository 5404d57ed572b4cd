-- The knowledge base: articles in a tree of categories, their texts by language with every version, files, and what became of them.

CREATE TABLE article_category (
  id       UUID         NOT NULL PRIMARY KEY,
  parent   UUID         NULL,
  place    INT          NOT NULL COMMENT 'order among those of the same parent',
  title_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  kind     VARCHAR(16)  NOT NULL COMMENT 'MARKETING, SERVICE or PRODUCT',
  -- What is in use is not deleted; the keys say so even to two who change at once.
  FOREIGN KEY (parent) REFERENCES article_category (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE article (
  id         UUID        NOT NULL PRIMARY KEY,
  category   UUID        NULL COMMENT 'only what is deleted has none',
  audience   VARCHAR(16) NOT NULL COMMENT 'INTERNAL or PUBLIC',
  owner      UUID        NOT NULL COMMENT 'the agent who answers for it; kept although he may leave',
  created_at DATETIME(3) NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  version    BIGINT      NOT NULL COMMENT 'counts every change',
  review_at  DATETIME(3) NULL COMMENT 'somebody is to read it again then',
  expires_at DATETIME(3) NULL COMMENT 'found by nobody from then on',
  deleted_at DATETIME(3) NULL COMMENT 'kept for the history; it is found and shown no more',
  KEY article_change (changed_at, id),
  KEY article_review (deleted_at, review_at),
  FOREIGN KEY (category) REFERENCES article_category (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Append-only. Of each language the one with the highest number counts; one without title says that the language was taken away.
CREATE TABLE article_text (
  article  UUID         NOT NULL,
  language VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BCP 47',
  number   BIGINT       NOT NULL COMMENT 'the version of the article that brought it',
  title    VARCHAR(300) NOT NULL,
  summary  TEXT         NOT NULL,
  body     MEDIUMTEXT   NOT NULL COMMENT 'Markdown as typed',
  at       DATETIME(3)  NOT NULL,
  agent    UUID         NOT NULL COMMENT 'who',
  PRIMARY KEY (article, language, number),
  FOREIGN KEY (article) REFERENCES article (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE article_file (
  id         UUID         NOT NULL PRIMARY KEY,
  article    UUID         NOT NULL,
  name       VARCHAR(255) NOT NULL COMMENT 'as it was called; for people, never a path',
  media_type VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as its content shows, whatever was claimed',
  sha256     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names the content',
  size       BIGINT       NOT NULL COMMENT 'bytes',
  at         DATETIME(3)  NOT NULL,
  agent      UUID         NOT NULL COMMENT 'who',
  KEY article_file_content (sha256),
  FOREIGN KEY (article) REFERENCES article (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Append-only: each time somebody did something with an article.
CREATE TABLE article_use (
  id          UUID        NOT NULL PRIMARY KEY,
  article     UUID        NOT NULL,
  agent       UUID        NULL COMMENT 'absent: a customer',
  interaction UUID        NULL,
  queue       VARCHAR(64) NULL,
  at          DATETIME(3) NOT NULL,
  kind        VARCHAR(16) NOT NULL COMMENT 'OPENED, INSERTED, LINKED, HELPFUL or NOT_HELPFUL',
  KEY article_use_interaction (interaction, article),
  FOREIGN KEY (article) REFERENCES article (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The same by day of UTC, so that suggestions and reports never count through years of uses.
CREATE TABLE article_day (
  queue       VARCHAR(64) NOT NULL COMMENT 'empty: outside of any',
  day         DATE        NOT NULL,
  article     UUID        NOT NULL,
  opened      INT         NOT NULL DEFAULT 0,
  inserted    INT         NOT NULL DEFAULT 0,
  linked      INT         NOT NULL DEFAULT 0,
  helpful     INT         NOT NULL DEFAULT 0,
  not_helpful INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (queue, day, article),
  KEY article_day_article (article, day),
  FOREIGN KEY (article) REFERENCES article (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Append-only: searches that somebody finished, not every letter on the way there.
CREATE TABLE article_search (
  id       UUID         NOT NULL PRIMARY KEY,
  at       DATETIME(3)  NOT NULL,
  query    VARCHAR(512) NOT NULL COMMENT 'folded, so that the same search counts as the same',
  language VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'BCP 47, of who asked',
  hits     INT          NOT NULL,
  agent    UUID         NULL COMMENT 'absent: a customer',
  KEY article_search_time (hits, at, query)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Words that mean the same to a search, in any languages.
CREATE TABLE article_synonym (
  id      UUID NOT NULL PRIMARY KEY,
  phrases JSON NOT NULL COMMENT 'as ["mobile", "cell phone", "Handy", "手机"]'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
