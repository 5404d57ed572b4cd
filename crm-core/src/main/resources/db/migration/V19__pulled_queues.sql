-- Queues whose mails wait until an agent takes one himself.

ALTER TABLE queue
  ADD COLUMN delivery VARCHAR(8) NOT NULL DEFAULT 'PUSHED' COMMENT 'of mails; PUSHED: offered to agents, PULLED: taken by them';
