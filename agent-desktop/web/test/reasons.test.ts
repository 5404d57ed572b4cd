import { afterEach, expect, test } from 'vitest';
import type { Need, Reason, Why } from '../src/api/types.ts';
import { sessionState } from '../src/app/session.ts';
import { estimatesWords, waitCause, waitWords } from '../src/board/waitWords.ts';
import { whyWords } from '../src/board/whyWords.ts';
import { reasonWords } from '../src/desktop/offerWords.ts';
import { clockTimeExact } from '../src/text/format.ts';
import { chosenLanguage } from '../src/text/text.ts';
import { session as signedIn } from './pages/world.ts';

const NOW = Date.parse('2026-11-20T12:30:00.000Z');
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const GERMAN: Need = { skills: [{ skill: 'de', level: 7 }], groups: [] };
const ANY: Need = { skills: [], groups: [] };

afterEach(() => {
  chosenLanguage.value = 'en';
  sessionState.value = { is: 'loading' };
});

const reason = (more: Partial<Reason> = {}): Reason => ({
  chosen: 'AGENT',
  strategy: 'longestIdle',
  choice: 'rank',
  need: GERMAN,
  step: 0,
  preferred: false,
  tier: 0,
  headStart: 0,
  waitingInQueue: 1,
  idleSeats: 3,
  waitsSince: at(-20),
  idleSince: at(-252),
  ...more,
});

test.each<[Partial<Reason>, string, string]>([
  [
    {},
    '3 agents with German ≥ 7 are free; you have been idle longest (4:12).',
    '具备“德语 ≥ 7”的坐席有 3 位空闲；您空闲最久（4:12）。',
  ],
  [
    { strategy: 'mostSkilled' },
    '3 agents with German ≥ 7 are free; your skills fit best.',
    '具备“德语 ≥ 7”的坐席有 3 位空闲；您的技能最合适。',
  ],
  [
    { strategy: 'leastOccupied', need: ANY },
    '3 agents are free; you have worked the least today.',
    '有 3 位坐席空闲；您今天工作时间最少。',
  ],
  [{ strategy: 'roundRobin', need: ANY }, '3 agents are free; it is your turn.', '有 3 位坐席空闲；轮到您了。'],
  [
    { strategy: 'rings', need: ANY },
    '3 agents are free; your group is asked first.',
    '有 3 位坐席空闲；优先询问您所在的组。',
  ],
  [{ idleSeats: 1 }, 'You are the only one free with German ≥ 7.', '您是唯一空闲且具备“德语 ≥ 7”的坐席。'],
  [{ preferred: true }, 'You were asked for: this customer waited for you.', '客户指定找您，一直在等您。'],
  [
    { chosen: 'CUSTOMER', waitingInQueue: 5 },
    'You became free, and this customer is next over all your queues. First of 5 in line.',
    '您刚空闲，该客户是您所有队列中的下一位。 队列中 5 个联系的第一个。',
  ],
  [
    { chosen: 'CUSTOMER', choice: 'ownOrder' },
    'You became free, and this customer is next in your own order of queues.',
    '您刚空闲，该客户是按您的队列顺序的下一位。',
  ],
  [
    { chosen: 'CUSTOMER', choice: 'share' },
    'You became free, and it is this queue’s turn by its share.',
    '您刚空闲，按比例轮到该队列。',
  ],
  [
    { preferred: true, need: ANY, step: 1, widened: { after: 40_000, before: GERMAN } },
    'You were asked for: this customer waited for you. Widened after 0:40: German is no longer needed.',
    '客户指定找您，一直在等您。 0:40 后放宽条件：不再要求德语。',
  ],
  [
    { preferred: true, tier: 2, headStart: 300_000 },
    'You were asked for: this customer waited for you. Goes before others (priority 2). Counts as if it had come 5:00 earlier.',
    '客户指定找您，一直在等您。 优先于其他客户（优先级 2）。 按提前 5:00 到达计算。',
  ],
  [{ strategy: 'newer' }, '', ''],
  [{ chosen: 'CUSTOMER', choice: 'newer' }, '', ''],
])('why %j came to this agent', (more, english, chinese) => {
  expect(reasonWords(reason(more), NOW)).toBe(english);
  chosenLanguage.value = 'zh';
  expect(reasonWords(reason(more), NOW)).toBe(chinese);
});

test('a widening says what became enough', () => {
  const before: Need = { skills: [...GERMAN.skills, { skill: 'vip', level: 1 }], groups: ['day'] };
  const need: Need = { skills: [{ skill: 'de', level: 3 }], groups: ['day', 'night'] };
  expect(reasonWords(reason({ preferred: true, need, widened: { after: 90_000, before } }), NOW)).toContain(
    'Widened after 1:30: German ≥ 3 is enough, vip is no longer needed, night may take it too.',
  );
});

const UNTIL = at(65);
const BUSY: Why = {
  code: 'allBusy',
  need: GERMAN,
  able: 3,
  ringing: 0,
  onContact: 2,
  wrapUp: 0,
  onBreak: 1,
  breaks: { lunch: 1 },
  resting: 0,
};

test.each<[Why, string, string]>([
  [
    { ...BUSY, due: at(40) },
    'Waits for German ≥ 7: 3 agents have it, 2 on contact, 1 on a break (lunch); in 0:40: next step.',
    '等待“德语 ≥ 7”：3 位坐席具备，2 位通话中，1 位休息（lunch）；0:40 后：进入下一步。',
  ],
  [
    { ...BUSY, need: ANY, able: 1, onContact: 0, onBreak: 0, breaks: {}, resting: 1, restingUntil: UNTIL },
    `1 agent is signed in, 1 left alone until ${clockTimeExact(UNTIL)} after an unanswered offer.`,
    `1 位坐席在线，1 位未应答，${clockTimeExact(UNTIL)} 前不再询问。`,
  ],
  [
    { code: 'noAgentSignedIn', need: GERMAN },
    'Waits for German ≥ 7: nobody signed in has it.',
    '等待“德语 ≥ 7”：没有具备的坐席在线。',
  ],
  [
    {
      code: 'noAgentSignedIn',
      need: { ...GERMAN, groups: ['day'] },
      due: at(40),
      next: {
        code: 'widens',
        changes: [
          { type: 'lowerLevel', skill: 'de', level: 3 },
          { type: 'dropSkill', skill: 'vip' },
          { type: 'addTeam', team: 'night' },
        ],
      },
    },
    'Waits for German ≥ 7 (group day): nobody signed in has it; in 0:40: German ≥ 3 is enough, night may take it too.',
    '等待“德语 ≥ 7（day组）”：没有具备的坐席在线；0:40 后：德语 ≥ 3 即可，night也可接听。',
  ],
  [
    {
      code: 'noAgentSignedIn',
      need: ANY,
      due: at(40),
      next: { code: 'overflows', action: { type: 'toQueue', queue: 'sales' } },
    },
    'Nobody is signed in; in 0:40: it moves on to sales.',
    '没有坐席在线；0:40 后：转到sales。',
  ],
  [
    { code: 'noAgentSignedIn', need: ANY, due: at(40), next: { code: 'closes', action: { type: 'voicemail' } } },
    'Nobody is signed in; in 0:40: the hours end, it is sent to a voice box.',
    '没有坐席在线；0:40 后：服务时间结束，转到语音信箱。',
  ],
  [{ code: 'noAgentSignedIn', need: ANY, due: at(-1) }, 'Nobody is signed in.', '没有坐席在线。'],
  [{ code: 'offered', agent: { id: 'a', name: 'Bo' } }, 'Ringing at Bo.', '正在 Bo 处振铃。'],
  [
    { code: 'behind', ahead: 1, need: GERMAN },
    'Waits for German ≥ 7: 1 contact is before it.',
    '等待“德语 ≥ 7”：前面还有 1 个联系。',
  ],
  [
    { code: 'preferred', agent: { id: 'a', name: 'Bo' }, until: UNTIL },
    `Waits for Bo until ${clockTimeExact(UNTIL)}.`,
    `等待 Bo，直到 ${clockTimeExact(UNTIL)}。`,
  ],
  [
    { code: 'scheduled', until: UNTIL },
    `Callback scheduled for ${clockTimeExact(UNTIL)}.`,
    `已预约 ${clockTimeExact(UNTIL)} 回呼。`,
  ],
  [
    { code: 'toBeTaken', able: 3, need: ANY },
    'Waits to be taken: 3 agents may take it.',
    '等待领取：3 位坐席可以领取。',
  ],
  [{ code: 'newer' } as unknown as Why, '', ''],
])('why somebody waits is a sentence: %j', (why, english, chinese) => {
  expect(whyWords(why, NOW)).toBe(english);
  chosenLanguage.value = 'zh';
  expect(whyWords(why, NOW)).toBe(chinese);
});

test('skills and groups are called by their titles', () => {
  sessionState.value = {
    is: 'signedIn',
    session: {
      ...signedIn('AGENT'),
      skills: [{ id: 'vip', title: { en: 'Important customers', zh: '重要客户' } }],
      teams: [{ id: 'night', title: { en: 'Night shift', zh: '夜班' } }],
    },
  };
  const need: Need = { skills: [{ skill: 'vip', level: 2 }], groups: ['night'] };
  expect(whyWords({ code: 'behind', ahead: 1, need }, NOW)).toBe(
    'Waits for Important customers ≥ 2 (group Night shift): 1 contact is before it.',
  );
});

test.each([
  [0, 20_000, '<1′'],
  [10_000, 130_000, '<3′'],
  [130_000, 170_000, '2–3′'],
])('an estimate from %d to %d ms is %s', (low, high, words) => expect(waitWords({ low, high })).toBe(words));

test('an estimate that grew says why', () => {
  expect(waitCause({ low: 0, high: 1, cause: 'FEWER_AGENTS' })).toBe('fewer agents');
  expect(waitCause({ low: 0, high: 1, cause: 'NEWER' })).toBe('');
  expect(waitCause({ low: 0, high: 1 })).toBe('');
});

test('estimates are judged in words', () => {
  expect(estimatesWords(undefined)).toBe('–');
  expect(estimatesWords({ kept: 0.84, count: 50, error: 80_000 })).toBe('84% of 50, off by 1:20');
  expect(estimatesWords({ kept: 0, count: 1 })).toBe('0% of 1, off by –');
});
