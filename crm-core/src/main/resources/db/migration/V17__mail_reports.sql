-- Mails wait for hours, of which only those count in which their queue is open; and what reports of mail read.

ALTER TABLE queue
  ADD COLUMN service_level_in_hours BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'waits pass only while the calendar is open'
    AFTER service_level_target;

-- What came in a span of time, with all that its report asks of it: the long rows themselves are not read.
ALTER TABLE mail ADD KEY mail_report (direction, at, state, kind, mailbox, interaction);
