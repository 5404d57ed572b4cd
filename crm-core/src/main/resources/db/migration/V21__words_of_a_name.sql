-- Several words typed at once are looked for in the words of one name, which stand together, instead of word by word.
CREATE TABLE search_name (
  kind   VARCHAR(16)  NOT NULL COMMENT 'CUSTOMER, ORGANISATION, CASE or ORDER',
  word   VARCHAR(40)  NOT NULL COMMENT 'one of them',
  record UUID         NOT NULL,
  words  VARCHAR(700) NOT NULL COMMENT 'all of them, a space before each',
  PRIMARY KEY (kind, word, record),
  KEY search_name_record (record)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO search_name (kind, word, record, words)
SELECT t.kind, t.term, t.record, LEFT(a.words, 700)
FROM search_term t JOIN (
  SELECT record, CONCAT(' ', GROUP_CONCAT(DISTINCT term ORDER BY term SEPARATOR ' ')) AS words
  FROM search_term WHERE term NOT REGEXP '^[0-9]+$' OR kind IN ('CASE', 'ORDER') GROUP BY record) a ON a.record = t.record
WHERE t.term NOT REGEXP '^[0-9]+$' OR t.kind IN ('CASE', 'ORDER');
