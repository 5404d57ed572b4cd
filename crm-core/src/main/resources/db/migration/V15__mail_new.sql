-- Mails that agents begin by themselves. What is written of one is a draft like any other, in the conversation that has its id.

CREATE TABLE mail_new (
  interaction UUID         NOT NULL PRIMARY KEY COMMENT 'that it becomes, with its conversation and the mail',
  author      UUID         NOT NULL,
  customer    UUID         NOT NULL,
  address     VARCHAR(320) NOT NULL COMMENT 'that it was begun for; may be empty',
  KEY mail_new_author (author, customer)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
