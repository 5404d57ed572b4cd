import { language } from './text.ts';

type Translate = (sentence: string) => string;
interface Sentence {
  matches: RegExp;
  chinese: string;
}

const HOLE = /\{\}/;

/** Says what the server said in the reader's language; what the catalogue does not know stays English. */
export async function translator(): Promise<Translate> {
  if (language.value === 'en') return (sentence) => sentence;
  try {
    const [{ zhRefusals }, { zhRefusalsOfSetUp }] = await Promise.all([
      import('./zhRefusals.ts'),
      import('./zhRefusalsOfSetUp.ts'),
    ]);
    return translating({ ...zhRefusals, ...zhRefusalsOfSetUp });
  } catch {
    // The texts lie on the same server, which may be away by now: its English is better than no reason at all.
    return (sentence) => sentence;
  }
}

/** @param catalogue English to Chinese, with `{}` and `{1}` for what the server fills in */
export function translating(catalogue: Readonly<Record<string, string>>): Translate {
  // Of several that match, the one that says most is meant: `There is no team {}; …` before `There is no {} {}; …`.
  const sentences = Object.keys(catalogue)
    .sort((a, b) => literal(b) - literal(a))
    .map((english): Sentence => ({ matches: pattern(english), chinese: catalogue[english] ?? english }));
  const say: Translate = (text) => {
    for (const { matches, chinese } of sentences) {
      const filled = matches.exec(text);
      if (filled) return chinese.replace(/\{(\d)\}/g, (_, place: string) => say(filled[Number(place)] ?? ''));
    }
    return text;
  };
  return say;
}

const literal = (english: string): number => english.replace(/\{\}/g, '').length;

function pattern(english: string): RegExp {
  const parts = english.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*?)')}$`, 's');
}
