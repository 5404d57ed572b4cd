-- Mails are kept no longer than what is written in them, and their bytes go with them.

INSERT INTO retention (kind, days) VALUES ('MAILS', 1095);

ALTER TABLE mail ADD KEY mail_age (at);

-- The attachments of what was written here, whose content lies in blobs of their own.
CREATE TABLE mail_file (
  mail   UUID     NOT NULL,
  sha256 CHAR(64) NOT NULL,
  PRIMARY KEY (mail, sha256),
  KEY mail_file_content (sha256)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Blobs of mails that are gone, to be removed from the disk.
CREATE TABLE mail_orphan (
  sha256 CHAR(64) NOT NULL PRIMARY KEY
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
