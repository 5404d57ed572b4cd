import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where refusals are worded. */
const SOURCES = [
  'crm-core/src/main/java/io/ahoy/crm',
  'channel-router/src/main/java/io/ahoy/router/channel/email/regroup',
  'agent-desktop/src/main/java/io/ahoy/desktop/auth',
  'agent-desktop/src/main/java/io/ahoy/desktop/web',
];
/** What they say is read by the operator, in the log or when Ahoy does not start; or it is somebody's note. */
const NOT_REFUSALS = /\/(store\/|Demo\w+\.java|ArticleSearch\.java|ExportPage\.java)/;
const LITERAL = /"((?:[^"\\\n]|\\.)*)"/y;
const PLUS = /\s*\+\s*/y;

/** Every sentence that the server can refuse with, with `{}` for what it fills in; and the words that it fills in itself. */
export function javaSentences(): { sentences: string[]; words: string[] } {
  const sentences = new Set<string>();
  const words = new Set<string>();
  for (const source of javaFiles()) {
    for (const text of texts(source)) if (isSentence(text)) sentences.add(text);
    for (const [, word = ''] of source.matchAll(/\b(?:exists\((?:[^;"]|"[^"]*")*|knows\(Kind\.\w+, )"([a-z ]+)"/g)) {
      words.add(word);
    }
  }
  return { sentences: [...sentences], words: [...words] };
}

function javaFiles(): string[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${ROOT}${folder}/${name}`)
      .filter((file) => file.endsWith('.java') && !NOT_REFUSALS.test(file))
      .map((file) => withoutComments(readFileSync(file, 'utf8'))),
  );
}

const isSentence = (text: string): boolean => /^([A-Z]|\{\}).*\s.*\.$/s.test(text);

function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/^\s*\/\/.*$/gm, ' ')
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
      text += (literal[1] ?? '').replace(/\\"/g, '"').replace(/%[sd]/g, '{}');
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
