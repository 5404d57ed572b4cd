-- Whom a customer is not offered to, as after a complaint; and what a queue makes of customers who leave while an agent's phone rings.

CREATE TABLE never_offered (
  customer UUID NOT NULL,
  agent    UUID NOT NULL,
  PRIMARY KEY (customer, agent),
  FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE,
  FOREIGN KEY (agent) REFERENCES agent (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- As it was until now: nobody pays for it.
UPDATE queue SET rules = JSON_SET(rules, '$.noAnswer.CUSTOMER_LEFT', JSON_OBJECT('pauseAfter', 0, 'pause', 'system.missed', 'retry', 0))
WHERE NOT JSON_EXISTS(rules, '$.noAnswer.CUSTOMER_LEFT');
