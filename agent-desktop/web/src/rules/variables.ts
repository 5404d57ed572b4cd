import type { Key } from '../text/text.ts';

/** What an expression can ask about, and the text of its meaning. */
export const VARIABLES: readonly { name: string; meaning: Key }[] = [
  { name: 'mail.subject', meaning: 'ruleVariable.mail.subject' },
  { name: 'mail.text', meaning: 'ruleVariable.mail.text' },
  { name: 'mail.from', meaning: 'ruleVariable.mail.from' },
  { name: 'mail.domain', meaning: 'ruleVariable.mail.domain' },
  { name: 'mail.fromName', meaning: 'ruleVariable.mail.fromName' },
  { name: 'mail.to', meaning: 'ruleVariable.mail.to' },
  { name: 'mail.kind', meaning: 'ruleVariable.mail.kind' },
  { name: 'mail.language', meaning: 'ruleVariable.mail.language' },
  { name: 'mail.size', meaning: 'ruleVariable.mail.size' },
  { name: 'mail.mailbox', meaning: 'ruleVariable.mail.mailbox' },
  { name: 'mail.headers', meaning: 'ruleVariable.mail.headers' },
  { name: 'mail.attachments', meaning: 'ruleVariable.mail.attachments' },
  { name: 'mail.followUp', meaning: 'ruleVariable.mail.followUp' },
  { name: 'mail.doubted', meaning: 'ruleVariable.mail.doubted' },
  { name: 'customer.known', meaning: 'ruleVariable.customer.known' },
  { name: 'customer.segment', meaning: 'ruleVariable.customer.segment' },
  { name: 'customer.language', meaning: 'ruleVariable.customer.language' },
  { name: 'customer.tags', meaning: 'ruleVariable.customer.tags' },
  { name: 'time.hour', meaning: 'ruleVariable.time.hour' },
  { name: 'time.weekday', meaning: 'ruleVariable.time.weekday' },
  { name: 'time.open', meaning: 'ruleVariable.time.open' },
];
