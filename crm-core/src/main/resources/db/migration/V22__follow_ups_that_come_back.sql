-- A follow-up comes back like a mail, but nobody sent it: reports leave it out.
ALTER TABLE mail
  ADD COLUMN follow_up BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'of what came in: a follow-up, written by Ahoy itself',
  DROP KEY mail_report,
  ADD KEY mail_report (direction, at, state, kind, mailbox, interaction, follow_up);
