import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIGURES } from '../src/board/definitions.ts';
import { en as atOnce } from '../src/text/en.ts';
import { enCasework } from '../src/text/enCasework.ts';
import { enMail } from '../src/text/enMail.ts';
import { enReports } from '../src/text/enReports.ts';
import { enRules } from '../src/text/enRules.ts';
import { zh as zhAtOnce } from '../src/text/zh.ts';
import { zhCasework } from '../src/text/zhCasework.ts';
import { zhMail } from '../src/text/zhMail.ts';
import { zhReports } from '../src/text/zhReports.ts';
import { zhRules } from '../src/text/zhRules.ts';

// Also those that are fetched with their pages.
const en = { ...atOnce, ...enCasework, ...enMail, ...enReports, ...enRules };
const zh = { ...zhAtOnce, ...zhCasework, ...zhMail, ...zhReports, ...zhRules };

type Message = string | { one?: string; other: string };
const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/text[/\\](en|zh)([A-Z]\w*)?\.ts$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

test('both languages have the same keys, in the same order', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
});

test('every text says something in both languages, with the same parameters', () => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    const expected = new Set(names(forms(en[key]).at(-1) ?? ''));
    for (const form of [...forms(en[key]), ...forms(zh[key])]) expect(form.trim(), key).not.toBe('');
    for (const form of forms(zh[key])) expect(new Set(names(form)), key).toEqual(expected);
  }
});

test('every key is used', () => {
  expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
});

test('every key in the code exists', () => {
  const literal = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const missing = literal.filter((key) => !Object.hasOwn(en, key));
  expect(literal.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('every figure has a name and a definition', () => {
  for (const figure of FIGURES) {
    expect(Object.hasOwn(en, `figure.${figure}`)).toBe(true);
    expect(Object.hasOwn(en, `definition.${figure}`)).toBe(true);
  }
});

/** Named as it is, or made from a beginning and something else, as in `state.${state}`. */
function isUsed(key: string): boolean {
  if (sources.includes(`'${key}'`)) return true;
  const beginning = key.slice(0, key.lastIndexOf('.') + 1);
  return sources.includes(`\`${beginning}\${`);
}
