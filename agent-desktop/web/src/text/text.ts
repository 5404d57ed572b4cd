import { computed, effect } from '@preact/signals';
import type { Titles } from '../api/types.ts';
import { oneOf, setting } from '../app/setting.ts';
import { en } from './en.ts';
import type { enCasework } from './enCasework.ts';
import type { enMail } from './enMail.ts';
import type { enReports } from './enReports.ts';
import type { enRules } from './enRules.ts';
import { zh } from './zh.ts';

export type Language = keyof Titles;
export type Key =
  | keyof typeof en
  | keyof typeof enCasework
  | keyof typeof enMail
  | keyof typeof enReports
  | keyof typeof enRules;
/** A plain text, or one form a plural category of the language. `{name}` stands for a parameter. */
export type Message = string | { one?: string; other: string };
export type Parameters = Readonly<Record<string, string | number>>;

type Messages = Readonly<Record<string, Message>>;

const MESSAGES: Record<Language, Messages> = { en: { ...en }, zh: { ...zh } };
const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-Hans-CN' };

export const chosenLanguage = setting<Language | ''>('language', '', oneOf<Language>('en', 'zh'));
/** What his record or the browser prefers, until he chooses himself. */
export const preferredLanguage = setting<Language>('preferredLanguage', ofBrowser(), oneOf<Language>('en', 'zh'));
export const language = computed<Language>(() => chosenLanguage.value || preferredLanguage.value);
export const locale = computed(() => LOCALES[language.value]);

/** The text for a key in the language of now; a component that calls it is drawn again when the language changes. */
export function t(key: Key, parameters: Parameters = {}): string {
  return fill(form(MESSAGES[language.value][key] ?? key, parameters.count), parameters);
}

/** Texts of pages that are fetched later; they come with those pages, before anything there is drawn. */
export function learn(more: Record<Language, Messages>): void {
  Object.assign(MESSAGES.en, more.en);
  Object.assign(MESSAGES.zh, more.zh);
}

export function title(titles: Titles | undefined, otherwise = ''): string {
  return titles?.[language.value] || titles?.en || otherwise;
}

export function isKey(key: string): key is Key {
  return Object.hasOwn(MESSAGES.en, key);
}

export function prefer(code: string): void {
  if (code === 'en' || code === 'zh') preferredLanguage.value = code;
}

/** Keeps the page's own `lang` right, for screen readers and for the choice of Chinese glyphs. */
export function announceLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-Hans' : 'en';
  });
}

function form(message: Message, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(locale.value).select(Number(count ?? 0));
  return category === 'one' ? (message.one ?? message.other) : message.other;
}

function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return typeof value === 'number' ? value.toLocaleString(locale.value) : (value ?? whole);
  });
}

function ofBrowser(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  return wanted.find((code) => /^(en|zh)\b/.test(code))?.startsWith('zh') ? 'zh' : 'en';
}
