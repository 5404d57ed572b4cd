-- What Ahoy itself writes to those who work with a mailbox comes to it like a mail, but nobody sent it.
ALTER TABLE mail
  ADD COLUMN ours BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'of what came in: written by Ahoy itself';
