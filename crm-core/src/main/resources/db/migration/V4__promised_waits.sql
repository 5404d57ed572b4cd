-- The wait that was estimated when somebody entered a queue, so that the estimates can be judged by what became of them.
ALTER TABLE segment
  ADD COLUMN promised_low_ms  BIGINT NULL COMMENT 'with a chance of 80 % the wait is between this',
  ADD COLUMN promised_high_ms BIGINT NULL COMMENT 'and this; both absent: nothing was estimated';
