import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Sources {
  folders: readonly string[];
  /** Those that word anything for people at a page. */
  has: (file: string) => boolean;
  /** How what they say ends. */
  ends: RegExp;
}

/** Where refusals are worded. */
export const REFUSALS: Sources = {
  folders: [
    'crm-core/src/main/java/io/ahoy/crm',
    'channel-router/src/main/java/io/ahoy/router/channel/email/regroup',
    'agent-desktop/src/main/java/io/ahoy/desktop/auth',
    'agent-desktop/src/main/java/io/ahoy/desktop/web',
  ],
  // What the others say is read by the operator, in the log or when Ahoy does not start; or it is somebody's note.
  has: (file) => !/\/(store\/|Demo\w+\.java|ArticleSearch\.java|ExportPage\.java)/.test(file),
  ends: /\.$/,
};

/** Where it is worded what is wrong with a mail, or was done with it; also with what somebody else said at its end. */
export const REMARKS: Sources = {
  folders: ['channel-router/src/main/java/io/ahoy/router/channel/email', 'crm-core/src/main/java/io/ahoy/crm/mail'],
  has: (file) =>
    /\/((read|arrive)\/(?!RouterAway)|(OverflowAnswers|SendingMailbox|Composer|Signer|Outbox)\.java)/.test(file),
  ends: /(\.|: \{\})$/,
};

const LITERAL = /"((?:[^"\\\n]|\\.)*)"/y;
const PLUS = /\s*\+\s*/y;

/** Every sentence that the server can refuse with, with `{}` for what it fills in; and the words that it fills in itself. */
export function javaSentences({ folders, has, ends } = REFUSALS): { sentences: string[]; words: string[] } {
  const sentences = new Set<string>();
  const words = new Set<string>();
  for (const source of javaFiles(folders, has)) {
    for (const text of texts(source)) if (isSentence(text) && ends.test(text)) sentences.add(text);
    for (const [, word = ''] of source.matchAll(/\b(?:exists\((?:[^;"]|"[^"]*")*|knows\(Kind\.\w+, )"([a-z ]+)"/g)) {
      words.add(word);
    }
  }
  return { sentences: [...sentences], words: [...words] };
}

function javaFiles(folders: readonly string[], has: Sources['has']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${ROOT}${folder}/${name}`)
      .filter((file) => file.endsWith('.java') && has(file))
      .map((file) => withoutComments(readFileSync(file, 'utf8'))),
  );
}

const isSentence = (text: string): boolean => /^([A-Z]|\{\}).*\s./s.test(text);

function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/^\s*\/\/.*$/gm, ' ')
    .replace(/\bLOG\.\w+\([^;]*;/g, ' ')
    .replace(/"""[\s\S]*?"""/g, ' ')
    .replace(/'(\\.|[^'\\])'/g, ' ');
}

/** The texts of a source; those joined by `+` are one, in which whatever is no literal is `{}`. */
function* texts(source: string): Generator<string> {
  let at = source.indexOf('"');
  while (at >= 0) {
    const opening = /\+\s*$/.test(source.slice(0, at)) ? '{}' : '';
    const { text, end } = joined(source, at);
    yield opening + text;
    at = source.indexOf('"', end);
  }
}

function joined(source: string, begin: number): { text: string; end: number } {
  let text = '';
  let end = begin;
  for (;;) {
    const literal = match(LITERAL, source, end);
    if (literal) {
      text += (literal[1] ?? '')
        .replace(/\\"/g, '"')
        .replace(/%[sd]/g, '{}')
        .replace(/\\u([\dA-F]{4})/gi, unicode);
      end += literal[0].length;
    } else {
      text += '{}';
      end = endOfOperand(source, end);
    }
    const plus = match(PLUS, source, end);
    if (!plus) return { text, end: Math.max(end, begin + 1) };
    end += plus[0].length;
  }
}

const unicode = (_: string, code: string): string => String.fromCharCode(Number.parseInt(code, 16));

/** Of a call, a name or a sum in parentheses. */
function endOfOperand(source: string, begin: number): number {
  let depth = 0;
  let at = begin;
  for (; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '(') depth++;
    else if (depth > 0 && character === ')') depth--;
    else if (depth === 0 && /[),;+:?]/.test(character)) break;
    else if (character === '"') at += (match(LITERAL, source, at)?.[0].length ?? 1) - 1;
  }
  return at;
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
