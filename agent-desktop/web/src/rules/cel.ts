/**
 * What people put together from common conditions, and the CEL that says it. The text is the truth: conditions are read out of it, and
 * written back into it. Read are only the sentences that are written here; whoever says more says it in CEL.
 */

/** Compared as a whole. */
export const WHOLES = ['domain', 'from', 'mailbox', 'language', 'kind', 'segment'] as const;
/** Looked into, whatever the capitals. */
export const TEXTS = ['subject', 'text'] as const;
/** True or false by themselves. */
export const FACTS = ['open', 'known', 'followUp', 'doubted'] as const;
export const ATTACHMENT = 'attachment';

export type Whole = (typeof WHOLES)[number];
export type Text = (typeof TEXTS)[number];
export type Fact = (typeof FACTS)[number];
export type Field = Whole | Text | Fact | typeof ATTACHMENT;

export const FIELDS: readonly Field[] = [
  'domain',
  'from',
  'subject',
  'text',
  'mailbox',
  'language',
  'segment',
  'attachment',
  'open',
  'kind',
  'known',
  'followUp',
  'doubted',
];

export interface Condition {
  field: Field;
  /** Empty for facts. Of attachments a media type, or its first half with the stroke: `image/`. */
  value: string;
  /** It must not be so. */
  not: boolean;
}

export interface Conditions {
  /** Whether one is enough. */
  any: boolean;
  parts: readonly Condition[];
}

const NAMES: Readonly<Record<Whole | Text | Fact, string>> = {
  domain: 'mail.domain',
  from: 'mail.from',
  mailbox: 'mail.mailbox',
  language: 'mail.language',
  kind: 'mail.kind',
  segment: 'customer.segment',
  subject: 'mail.subject',
  text: 'mail.text',
  open: 'time.open',
  known: 'customer.known',
  followUp: 'mail.followUp',
  doubted: 'mail.doubted',
};

const NOTHING = 'true';
const IGNORING_CASE = '(?i)';

export function written({ any, parts }: Conditions): string {
  return parts.length === 0 ? NOTHING : parts.map(sentence).join(any ? ' || ' : ' && ');
}

/** The conditions that a text says, or none where it says more than these can. */
export function conditionsOf(text: string): Conditions | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === NOTHING) return { any: false, parts: [] };
  const clauses = clausesOf(trimmed);
  if (clauses === undefined) return undefined;
  const parts = clauses.parts.map(conditionOf);
  return parts.every((one) => one !== undefined) ? { any: clauses.any, parts } : undefined;
}

export const isFact = (field: Field): field is Fact => isOneOf(FACTS, field);
const isText = (field: Field): field is Text => isOneOf(TEXTS, field);

function isOneOf(fields: readonly Field[], field: Field): boolean {
  return fields.includes(field);
}

function sentence({ field, value, not }: Condition): string {
  const no = not ? '!' : '';
  if (isFact(field)) return no + NAMES[field];
  if (isText(field)) return `${no}${NAMES[field]}.matches(${quoted(IGNORING_CASE + literally(value))})`;
  if (field !== ATTACHMENT) return `${NAMES[field]} ${not ? '!=' : '=='} ${quoted(value)}`;
  const type = value.endsWith('/') ? `file.type.startsWith(${quoted(value)})` : `file.type == ${quoted(value)}`;
  return `${no}mail.attachments.exists(file, ${type})`;
}

/** A text of CEL in single quotes, whose content is caught. */
const STRING = String.raw`'((?:[^'\\\n]|\\.)*)'`;
const FACT = /^(!?)([\w.]+)$/;
const COMPARED = new RegExp(`^([\\w.]+)\\s*(==|!=)\\s*${STRING}$`);
const MATCHED = new RegExp(`^(!?)([\\w.]+)\\.matches\\(\\s*${STRING}\\s*\\)$`);
const ATTACHED = new RegExp(
  `^(!?)mail\\.attachments\\.exists\\(\\s*file,\\s*file\\.type\\s*(?:==\\s*${STRING}|\\.startsWith\\(\\s*${STRING}\\s*\\))\\s*\\)$`,
);

function conditionOf(clause: string): Condition | undefined {
  const attached = ATTACHED.exec(clause);
  if (attached) {
    const value = unquoted(attached[2] ?? attached[3] ?? '');
    // A whole type ends with no stroke, its first half always does; else the two would be exchanged on the way back.
    const half = attached[3] !== undefined;
    if (value === undefined || value.endsWith('/') !== half) return undefined;
    return { field: ATTACHMENT, value, not: attached[1] === '!' };
  }
  const matched = MATCHED.exec(clause);
  if (matched) {
    const field = TEXTS.find((one) => NAMES[one] === matched[2]);
    const pattern = unquoted(matched[3] ?? '');
    const value = pattern?.startsWith(IGNORING_CASE) ? plain(pattern.slice(IGNORING_CASE.length)) : undefined;
    return field && value !== undefined ? { field, value, not: matched[1] === '!' } : undefined;
  }
  const compared = COMPARED.exec(clause);
  if (compared) {
    const field = WHOLES.find((one) => NAMES[one] === compared[1]);
    const value = unquoted(compared[3] ?? '');
    return field && value !== undefined ? { field, value, not: compared[2] === '!=' } : undefined;
  }
  const fact = FACT.exec(clause);
  const field = FACTS.find((one) => NAMES[one] === fact?.[2]);
  return field && { field, value: '', not: fact?.[1] === '!' };
}

/** Cuts at `&&` or at `||` outside of texts and parentheses; none where both are, or something is left open. */
function clausesOf(text: string): { any: boolean; parts: string[] } | undefined {
  const parts: string[] = [];
  const joints = new Set<string>();
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === "'") {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    const joint = text.slice(at, at + 2);
    if (depth === 0 && (joint === '&&' || joint === '||')) {
      joints.add(joint);
      parts.push(text.slice(begin, at).trim());
      begin = at + 2;
      at++;
    }
  }
  parts.push(text.slice(begin).trim());
  return depth === 0 && joints.size < 2 ? { any: joints.has('||'), parts } : undefined;
}

function endOfString(text: string, begin: number): number | undefined {
  for (let at = begin + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === "'") return at;
  }
  return undefined;
}

/** As CEL writes a text. */
export function quoted(value: string): string {
  const escaped = value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `'${escaped}'`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\', "'": "'", '"': '"', n: '\n', r: '\r', t: '\t' };

/** None where it uses escapes that are not written here. */
function unquoted(content: string): string | undefined {
  let known = true;
  const value = content.replace(/\\(.)/g, (whole, letter: string) => {
    const meant = ESCAPES[letter];
    if (meant === undefined) known = false;
    return meant ?? whole;
  });
  return known ? value : undefined;
}

const META = /[.*+?^${}()|[\]\\]/g;

/** A pattern of RE2 that matches this text and no other. */
function literally(value: string): string {
  return value.replace(META, '\\$&');
}

/** The text that a pattern matches, or none where it matches several. */
function plain(pattern: string): string | undefined {
  const value = pattern.replace(/\\([.*+?^${}()|[\]\\])/g, '$1');
  return literally(value) === pattern ? value : undefined;
}
