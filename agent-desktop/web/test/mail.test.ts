import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useCsrf } from '../src/api/http.ts';
import type { Delivery, Mail, MailDraft } from '../src/api/mail.ts';
import { field, at as timeOf } from '../src/mail/followUp.ts';
import '../src/mail/texts.ts';
import { readAddresses, writeAddresses } from '../src/mail/addresses.ts';
import { matching, shortcutAt } from '../src/mail/canned.ts';
import { canBeTakenBack, canGoAgain, lookAgainIn, standingOf } from '../src/mail/deliveryWords.ts';
import { forwardSubject, preset, quote, replySubject } from '../src/mail/presets.ts';
import { quoteWords } from '../src/mail/quoteWords.ts';
import { hasSignature, replaceSignature } from '../src/mail/signatures.ts';
import { kindWord, suppressedWords } from '../src/mail/words.ts';
import { begin, change, resume, send, takeMine, takeOther, writings } from '../src/mail/writing.ts';

const NOW = Date.parse('2026-03-12T10:00:00Z');
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const ruth = { name: 'Ruth Adler', address: 'ruth@mail.example' };
const own = 'help@centre.example';

function mail(more: Partial<Mail> = {}): Mail {
  const content = { text: 'Where is it?\n\n> older', quoted: 'On Monday …', signature: 'Ruth', attachments: [] };
  return {
    id: 'm1',
    incoming: true,
    kind: 'HUMAN',
    from: ruth,
    to: [{ name: '', address: 'Help@Centre.example' }],
    cc: [],
    subject: 'My parcel',
    at: at(-60),
    size: 900,
    content: { ...content, problems: [], evidence: [] },
    replies: [],
    ...more,
  };
}

function delivery(more: Partial<Delivery> = {}): Delivery {
  return { state: 'WAITING', automatic: false, dueAt: at(8), attempts: 0, maybeTwice: false, recipients: [], ...more };
}

describe('addresses', () => {
  test.each([
    ['ruth@mail.example', [{ name: '', address: 'ruth@mail.example' }], []],
    ['Ruth Adler <ruth@mail.example>; bo@x.example,', [ruth, { name: '', address: 'bo@x.example' }], []],
    ['"Adler, Ruth" <ruth@mail.example>', [{ name: 'Adler, Ruth', address: 'ruth@mail.example' }], []],
    ['"He said \\"hi\\"" <h@x.example>', [{ name: 'He said "hi"', address: 'h@x.example' }], []],
    ['ruth@mail.example, RUTH@mail.example', [{ name: '', address: 'ruth@mail.example' }], []],
    ['Ruth, bo@x.example, a@b@c', [{ name: '', address: 'bo@x.example' }], ['Ruth', 'a@b@c']],
    ['Ruth <ruth@mail.example', [], ['Ruth <ruth@mail.example']],
    ['', [], []],
  ])('%j', (text, addresses, wrong) => expect(readAddresses(text)).toEqual({ addresses, wrong }));

  test.each([
    [[ruth]],
    [
      [
        { name: 'Adler, "R"', address: 'r@x.example' },
        { name: '王小明', address: 'w@x.example' },
      ],
    ],
  ])('what is written is read the same: %j', (addresses) =>
    expect(readAddresses(writeAddresses(addresses))).toEqual({ addresses, wrong: [] }),
  );
});

describe('what an answer begins with', () => {
  const words = { attribution: 'On Monday, Ruth wrote:', forwarded: ['-- forwarded --', 'From: Ruth'] };

  test('a reply goes to the sender, above what is new in his mail', () => {
    expect(preset('reply', mail(), own, words)).toEqual({
      answers: 'm1',
      to: 'Ruth Adler <ruth@mail.example>',
      cc: '',
      subject: 'Re: My parcel',
      text: '\n\nOn Monday, Ruth wrote:\n> Where is it?\n>\n>> older\n',
    });
  });

  test('to all is to everybody but ourselves, once', () => {
    const bo = { name: '', address: 'bo@x.example' };
    const everybody = mail({ to: [...mail().to, bo, ruth], cc: [bo, { name: '', address: 'eve@x.example' }] });
    const { to, cc } = preset('replyAll', everybody, own, words);
    expect([to, cc]).toEqual(['Ruth Adler <ruth@mail.example>', 'bo@x.example, eve@x.example']);
  });

  test('what we wrote ourselves is followed up to the same people', () => {
    const ours = mail({ incoming: false, from: { name: 'Centre', address: own }, to: [ruth] });
    expect(preset('reply', ours, own, words).to).toBe('Ruth Adler <ruth@mail.example>');
  });

  test('a signature stands above what is quoted', () => {
    expect(preset('reply', mail(), own, words, '-- \nAnna').text).toMatch(/^\n\n-- \nAnna\n\nOn Monday, Ruth wrote:/);
    expect(preset('forward', mail(), own, words, '-- \nAnna').text).toMatch(/^\n\n-- \nAnna\n\n-- forwarded --/);
  });

  test('what is passed on is whole, answers nothing and goes to nobody yet', () => {
    const passed = preset('forward', mail(), own, words);
    expect(passed).not.toHaveProperty('answers');
    expect(passed).toMatchObject({ to: '', cc: '', subject: 'Fwd: My parcel' });
    expect(passed.text).toBe('\n\n-- forwarded --\nFrom: Ruth\n\nWhere is it?\n\n> older\n\nRuth\n\nOn Monday …\n');
  });

  test.each([
    ['My parcel', 'Re: My parcel'],
    ['RE: Re[2]: AW: My parcel', 'Re: My parcel'],
    ['回复：包裹', 'Re: 包裹'],
    ['Refund', 'Re: Refund'],
    ['', 'Re:'],
  ])('the reply to %j is about %j', (subject, expected) => expect(replySubject(subject)).toBe(expected));

  test('forwarding twice is said once', () => expect(forwardSubject('WG: Fwd: Offer')).toBe('Fwd: Offer'));

  test('deeper quotations stay deeper', () => expect(quote('a\n> b\n\n')).toBe('> a\n>> b'));
});

describe('around what is quoted', () => {
  const one = mail({ at: '2026-03-12T10:00:00Z' });
  test.each([
    ['de', 'Am Donnerstag, 12. März 2026 um 11:00 schrieb Ruth Adler <ruth@mail.example>:'],
    ['de-AT', /^Am Donnerstag, 12\. März 2026 um 11:00 schrieb Ruth/],
    ['zh-Hans', /^Ruth Adler <ruth@mail\.example> 于 2026年3月12日.*写道：$/],
    ['xx', /^On Thursday,? 12 March 2026 at 11:00, Ruth Adler <ruth@mail.example> wrote:$/],
    [undefined, /^On Thursday,? 12 March 2026/],
  ])('it is in the language of the customer: %s', (language, expected) =>
    expect(quoteWords(one, language, 'en', 'Europe/Berlin').attribution).toMatch(expected),
  );

  test('where that is not known, in that of the desktop', () =>
    expect(quoteWords(one, undefined, 'zh', 'UTC').forwarded[1]).toBe('发件人: Ruth Adler <ruth@mail.example>'));
});

describe('canned answers', () => {
  const canned = [
    { id: 'refund', title: { en: 'Money back', zh: '退款' }, text: 'a' },
    { id: 'hello', title: { en: 'Salutation of a refused one', zh: '称呼' }, text: 'b' },
  ];
  test.each([
    ['/', '/'],
    ['Dear /hel', '/hel'],
    ['one\n/退', '/退'],
    ['10/12', undefined],
    ['https://x', undefined],
    ['/usr/bin', undefined],
    ['/a b', undefined],
    ['', undefined],
  ])('%j asks for %j', (before, asked) => expect(shortcutAt(before)).toBe(asked));

  test.each([
    ['/', ['refund', 'hello']],
    ['/REF', ['refund', 'hello']],
    ['/hel', ['hello']],
    ['/退款', ['refund']],
    ['/nothing', []],
  ])('%j finds %j', (asked, ids) => expect(matching(canned, asked).map(({ id }) => id)).toEqual(ids));
});

describe('signatures', () => {
  const known = ['-- \nAnna', '-- \nAnna Berg\nSupport'];
  test.each([
    ['Yes.\n\n-- \nAnna\n\n> -- \n> Anna', 'Yes.\n\n-- \nBo\n\n> -- \n> Anna'],
    ['-- \nAnna Berg\nSupport\n', '-- \nBo\n'],
    ['Yes.\n-- \nAnna and Bo', 'Yes.\n-- \nAnna and Bo'],
    ['Yes. -- \nAnna', 'Yes. -- \nAnna'],
  ])('%j becomes %j', (text, after) => {
    expect(replaceSignature(text, known, '-- \nBo')).toBe(after);
    expect(hasSignature(text, known)).toBe(text !== after);
  });
});

describe('how far a mail has come', () => {
  test.each([
    [delivery(), 'waiting'],
    [delivery({ attempts: 1, error: '451 later' }), 'again'],
    [delivery({ state: 'SENDING' }), 'sending'],
    [delivery({ state: 'SENT', sentAt: at(0) }), 'sent'],
    [delivery({ state: 'SENT', maybeTwice: true }), 'sentMaybeTwice'],
    [delivery({ state: 'SENT', recipients: [{ address: 'x@y.example', failure: '550 no' }] }), 'partly'],
    [delivery({ state: 'FAILED' }), 'failed'],
    [delivery({ state: 'UNCERTAIN' }), 'uncertain'],
    [delivery({ state: 'CANCELLED' }), 'takenBack'],
  ])('%o is %s', (one, is) => expect(standingOf(one).is).toBe(is));

  test('it can be taken back until it goes for the first time', () => {
    expect(canBeTakenBack(delivery(), NOW)).toBe(true);
    expect(canBeTakenBack(delivery(), NOW + 8_000)).toBe(false);
    expect(canBeTakenBack(delivery({ attempts: 1 }), NOW)).toBe(false);
    expect(canBeTakenBack(delivery({ state: 'SENT' }), NOW)).toBe(false);
  });

  test('only what was given up or is uncertain goes again', () => {
    const again = (['WAITING', 'SENDING', 'SENT', 'FAILED', 'CANCELLED', 'UNCERTAIN'] as const).filter((state) =>
      canGoAgain(delivery({ state })),
    );
    expect(again).toEqual(['FAILED', 'UNCERTAIN']);
  });

  test('it is looked at again when the next one is due, and now and then', () => {
    expect(lookAgainIn([], NOW)).toBe(30_000);
    expect(lookAgainIn([delivery(), delivery({ dueAt: at(600) })], NOW)).toBe(9_000);
    expect(lookAgainIn([delivery({ dueAt: at(600) })], NOW)).toBe(30_000);
    expect(lookAgainIn([delivery({ state: 'SENDING', dueAt: at(-9) })], NOW)).toBe(1_500);
    expect(lookAgainIn([delivery({ state: 'SENT', dueAt: at(-9) })], NOW)).toBe(30_000);
  });
});

describe('words', () => {
  test('who wrote it is named only where it was no person', () => {
    expect(kindWord(mail())).toBeUndefined();
    expect(kindWord(mail({ kind: 'VACATION' }))).toBe('absence notice');
    expect(kindWord(mail({ kind: 'SOMETHING_NEWER' }))).toBe('SOMETHING_NEWER');
    expect(kindWord(mail({ incoming: false, kind: 'ANSWER', delivery: delivery() }))).toBeUndefined();
    expect(kindWord(mail({ incoming: false, delivery: delivery({ automatic: true }) }))).toBe('automatic reply');
  });

  test('why nothing was answered, in the server’s words where ours lack it', () => {
    const thought = { kind: 'ACKNOWLEDGEMENT', at: at(0), detail: 'It is Sunday.' };
    expect(suppressedWords({ ...thought, reason: 'SENT' })).toBeUndefined();
    expect(suppressedWords({ ...thought, reason: 'BUDGET' })).toContain('in an hour');
    expect(suppressedWords({ ...thought, reason: 'NEWER' })).toBe('Not answered automatically: It is Sunday.');
  });
});

describe('writing', () => {
  let asked: {
    method: string;
    path: string;
    body: { text?: string; version?: number };
    ifMatch?: string | undefined;
  }[];
  let answers: (method: string, path: string) => { status: number; body: unknown };
  const kept = (version: number, text: string): MailDraft => ({
    id: 'd1',
    version,
    content: { mailbox: 'help', to: [ruth], cc: [], subject: 'Re: x', text, files: [] },
    answers: 'm1',
    changedAt: at(version),
  });
  const begun = { answers: 'm1', to: 'ruth@mail.example', cc: '', subject: 'Re: x', text: 'Hello' };
  const conversation = { thread: 't1', mailbox: 'help', address: own, mails: [mail()], moves: [] };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    let version = 0;
    answers = (method) => ({ status: 200, body: method === 'PUT' ? kept(++version, 'as told') : {} });
    vi.stubGlobal(
      'fetch',
      async (
        address: string,
        { method, body, headers }: { method: string; body: string; headers: Record<string, string> },
      ) => {
        const path = address.replace('/api/v1', '');
        asked.push({ method, path, body: body === undefined ? {} : JSON.parse(body), ifMatch: headers['If-Match'] });
        const answer = answers(method, path);
        return new Response(JSON.stringify(answer.body), { status: answer.status });
      },
    );
    useCsrf('c');
    writings.value = {};
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('it is kept once typing stops', async () => {
    begin('i1', begun);
    change('i1', { text: 'Hello R' });
    await vi.advanceTimersByTimeAsync(600);
    change('i1', { text: 'Hello Ruth' });
    await vi.advanceTimersByTimeAsync(999);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ method, path, body }) => [method, path, body.text])).toEqual([
      ['PUT', '/interactions/i1/mail/draft', 'Hello Ruth'],
    ]);
    expect(writings.value.i1).toMatchObject({ kept: 'kept', version: 1, keptAt: at(1), text: 'Hello Ruth' });
  });

  test('what the server could not keep is tried again; what it refuses waits for a change', async () => {
    answers = () => ({ status: 503, body: { detail: 'The database is away.' } });
    begin('i2', begun);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(writings.value.i2).toMatchObject({ kept: 'failed', problem: 'The database is away.' });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(2);
    answers = () => ({ status: 422, body: { detail: 'At most 500 characters.' } });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(3);
  });

  test('sending keeps the last words first, and sends that version', async () => {
    begin('i3', begun);
    expect(await send('i3')).toBe(true);
    expect(asked.map(({ method, path, body }) => [method, path, body.version])).toEqual([
      ['PUT', '/interactions/i3/mail/draft', undefined],
      ['POST', '/interactions/i3/mail/send', 1],
    ]);
    expect(writings.value.i3).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });

  test('when it was written on elsewhere, either goes on', async () => {
    answers = (method, path) => {
      if (path.endsWith('/send')) return { status: 409, body: { detail: 'The draft was changed elsewhere.' } };
      if (method === 'GET') return { status: 200, body: { ...conversation, draft: kept(9, 'theirs') } };
      return { status: 200, body: kept(1, 'mine') };
    };
    begin('i4', { ...begun, text: 'mine' });
    expect(await send('i4')).toBe(false);
    expect(writings.value.i4).toMatchObject({ text: 'mine', other: { version: 9 }, sending: false });
    takeMine('i4');
    expect(writings.value.i4).toMatchObject({ text: 'mine', version: 9, kept: 'pending' });
    expect(writings.value.i4).not.toHaveProperty('other');
    expect(await send('i4')).toBe(false);
    takeOther('i4');
    expect(writings.value.i4).toMatchObject({ text: 'theirs', version: 9, kept: 'kept' });
  });

  test('what was kept elsewhere meanwhile is not overwritten: both are there to choose from', async () => {
    begin('i7', { ...begun, text: 'mine' });
    answers = () => ({ status: 412, body: { detail: 'Changed.', present: kept(9, 'theirs') } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(writings.value.i7).toMatchObject({ text: 'mine', kept: 'failed', other: { version: 9 } });
    change('i7', { text: 'mine too' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(1);
    answers = () => ({ status: 200, body: kept(10, 'mine too') });
    takeMine('i7');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.map(({ ifMatch }) => ifMatch)).toEqual(['"0"', '"9"']);
    expect(writings.value.i7).toMatchObject({ kept: 'kept', version: 10 });
  });

  test('what a colleague answered meanwhile is told, and sent only when that is confirmed', async () => {
    answers = (method) =>
      method === 'PUT'
        ? { status: 200, body: kept(1, 'mine') }
        : { status: 409, body: { detail: 'Answered by Anna.', present: { by: 'a2', name: 'Anna', at: at(0) } } };
    begin('i8', { ...begun, text: 'mine' });
    expect(await send('i8')).toBe(false);
    expect(writings.value.i8).toMatchObject({ answered: true, problem: 'Answered by Anna.' });
    answers = () => ({ status: 200, body: {} });
    expect(await send('i8', true)).toBe(true);
    expect(asked.at(-1)?.body).toEqual({ version: 1, anyway: true });
  });

  test('a draft is gone on with after a reload, and never over what is written', () => {
    resume('i5', { ...conversation, draft: kept(3, 'from yesterday') });
    expect(writings.value.i5).toMatchObject({ text: 'from yesterday', version: 3, kept: 'kept', answers: 'm1' });
    change('i5', { text: 'today' });
    resume('i5', { ...conversation, draft: kept(4, 'from elsewhere') });
    expect(writings.value.i5?.text).toBe('today');
    resume('i6', conversation);
    expect(writings.value.i6).toBeUndefined();
  });
});

test('usual times of a follow-up lie ahead, in the morning of a later day', () => {
  const friday = new Date(2026, 10, 27, 16, 20);
  expect(field(timeOf('hours', friday))).toBe('2026-11-27T19:20');
  expect(field(timeOf('tomorrow', friday))).toBe('2026-11-28T09:00');
  expect(field(timeOf('week', friday))).toBe('2026-11-30T09:00');
  expect(field(timeOf('week', new Date(2026, 10, 30, 8)))).toBe('2026-12-07T09:00');
  expect(field(timeOf('tomorrow', new Date(2026, 11, 31, 23)))).toBe('2027-01-01T09:00');
});
