import type {
  Article,
  ArticleHit,
  ArticleText,
  Category,
  Fruitless,
  Suggestion,
  Used,
} from '../../src/api/articles.ts';
import { ago, inSeconds } from './world.ts';

/** A small knowledge base, told like the server would. */

const DAY = 86_400;

export const categories: Category[] = [
  { id: 'c1', place: 1, title: { en: 'Service', zh: '服务' }, kind: 'SERVICE' },
  { id: 'c2', parent: 'c1', place: 1, title: { en: 'Invoices and payment', zh: '账单与付款' }, kind: 'SERVICE' },
  { id: 'c3', place: 2, title: { en: 'Products', zh: '产品' }, kind: 'PRODUCT' },
];

const text = (language: string, title: string, summary: string, body: string, html: string): ArticleText => ({
  language,
  title,
  summary,
  body,
  html,
  number: 3,
  at: ago(3 * DAY),
  by: { id: 'a2', name: 'Bo Lindqvist' },
});

const STEPS = `<p>Turn it off, wait <strong>ten seconds</strong>, turn it on.</p>
<h2>When it stays red</h2>
<ol><li>Look at the cable.</li><li>Hold <code>RESET</code> down.</li></ol>
<p><img src="/api/v1/articles/files/f1" alt="The back of the router"></p>
<table><thead><tr><th>Light</th><th>What it says</th></tr></thead>
<tbody><tr><td>green</td><td>all is well</td></tr><tr><td>red</td><td>no line</td></tr></tbody></table>
<blockquote><p>Never open the case.</p></blockquote>
<p>More about it <a href="/articles/p2" rel="noopener noreferrer nofollow">on the invoice</a> and at
<a href="https://example.org/" rel="noopener noreferrer nofollow">example.org</a>.</p>`;

const BODY = `Turn it off, wait **ten seconds**, turn it on.

## When it stays red

1. Look at the cable.
2. Hold \`RESET\` down.

![The back of the router](file:f1)
`;

export const router: Article = {
  id: 'p1',
  version: 3,
  category: 'c3',
  audience: 'PUBLIC',
  owner: { id: 'a2', name: 'Bo Lindqvist' },
  createdAt: ago(90 * DAY),
  changedAt: ago(3 * DAY),
  reviewAt: inSeconds(60 * DAY),
  texts: [
    text(
      'de',
      'Den Router neu starten',
      'Hilft in neun von zehn Fällen.',
      'Ausschalten, warten.',
      '<p>Ausschalten.</p>',
    ),
    text('en', 'Restart the router', 'Helps nine times out of ten.', BODY, STEPS),
    text(
      'zh-Hans',
      '重启路由器',
      '十次有九次有效。',
      '关机，等待十秒，再开机。',
      '<p>关机，等待<strong>十秒</strong>，再开机。</p>',
    ),
  ],
  files: [
    {
      id: 'f1',
      name: 'router.png',
      mediaType: 'image/png',
      size: 48_213,
      picture: true,
      address: '/api/v1/articles/files/f1',
      at: ago(3 * DAY),
      by: 'a2',
    },
    {
      id: 'f2',
      name: 'Bedienungsanleitung.pdf',
      mediaType: 'application/pdf',
      size: 2_400_000,
      picture: false,
      address: '/api/v1/articles/files/f2',
      at: ago(3 * DAY),
      by: 'a2',
    },
  ],
};

const { reviewAt: _reviewAt, ...undated } = router;

export const invoice: Article = {
  ...undated,
  id: 'p2',
  category: 'c2',
  audience: 'INTERNAL',
  reviewAt: ago(2 * DAY),
  texts: [text('en', 'An invoice is paid twice', 'How the money goes back.', 'Ask for the account.', '<p>Ask.</p>')],
  files: [],
};

export const offer: Article = {
  ...undated,
  id: 'p3',
  expiresAt: ago(5 * DAY),
  texts: [text('en', 'Winter offer', '', 'Half price.', '<p>Half price.</p>')],
  files: [],
};

export const versions: ArticleText[] = [
  { ...text('en', 'Restart the router', 'Helps nine times out of ten.', BODY, ''), number: 3 },
  {
    ...text('en', 'Restart the router', 'Helps often.', BODY.replace('ten seconds', 'a minute'), ''),
    number: 1,
    at: ago(90 * DAY),
  },
];

export const hits: ArticleHit[] = [
  {
    article: 'p1',
    language: 'en',
    audience: 'PUBLIC',
    category: 'c3',
    title: [
      { text: 'Restart the ', hit: false },
      { text: 'router', hit: true },
    ],
    excerpts: [
      [
        { text: 'Look at the cable of the ', hit: false },
        { text: 'router', hit: true },
        { text: ' <b>first</b>.', hit: false },
      ],
    ],
    score: 3,
  },
  {
    article: 'p2',
    language: 'en',
    audience: 'INTERNAL',
    category: 'c2',
    title: [{ text: 'An invoice is paid twice', hit: false }],
    excerpts: [],
    score: 1,
  },
];

export const suggestions: Suggestion[] = [
  {
    article: 'p2',
    language: 'en',
    audience: 'INTERNAL',
    title: 'An invoice is paid twice',
    summary: 'How the money goes back.',
    score: 2,
    reasons: [
      { type: 'words', source: 'TEXT', words: ['invoice', 'March'] },
      { type: 'usedInQueue', queue: 'sales', times: 12, days: 30 },
    ],
  },
  {
    article: 'p1',
    language: 'zh-Hans',
    audience: 'PUBLIC',
    title: '重启路由器',
    summary: '十次有九次有效。',
    score: 1,
    reasons: [{ type: 'helpful', helpful: 9, of: 10 }],
  },
];

export const fruitless: Fruitless[] = [
  { query: 'submarine', count: 14, last: ago(3_000) },
  { query: '国际漫游', count: 3, last: ago(2 * DAY) },
];

export const used: Used[] = [
  {
    article: 'p1',
    titles: { en: 'Restart the router', 'zh-Hans': '重启路由器' },
    opened: 210,
    inserted: 40,
    linked: 12,
    helpful: 19,
    notHelpful: 2,
  },
  {
    article: 'p2',
    titles: { en: 'An invoice is paid twice' },
    opened: 31,
    inserted: 0,
    linked: 4,
    helpful: 3,
    notHelpful: 1,
  },
];

export const synonyms = [
  ['mobile', 'cell phone', 'Handy', '手机'],
  ['invoice', 'bill', 'Rechnung', '发票'],
];
