import type {
  AnswerTexts,
  BegunMail,
  Conversation,
  Mail,
  MailContent,
  MailMove,
  OtherConversation,
} from '../../src/api/mail.ts';
import type { TryMailPage } from '../../src/api/tryMail.ts';
import type { Live, Pop } from '../../src/api/types.ts';
import { ago, inSeconds } from './clockOfWorld.ts';
import * as world from './world.ts';

/** A conversation with everything in it that a mail can be. */

const own = { name: 'Ahoy Support', address: 'support@ahoy.example' };
const kaethe = { name: 'Käthe Schönfeld', address: 'kaethe.schoenfeld@example.org' };

const content = (text: string, more: Partial<MailContent> = {}): MailContent => ({
  text,
  quoted: '',
  signature: '',
  attachments: [],
  problems: [],
  evidence: [],
  ...more,
});

function mail(id: string, seconds: number, text: string, more: Partial<Mail> = {}): Mail {
  return {
    id,
    incoming: true,
    kind: 'HUMAN',
    from: kaethe,
    to: [own],
    cc: [],
    subject: 'Line is slow since Monday',
    at: ago(seconds),
    size: 18_400,
    content: content(text),
    replies: [],
    ...more,
  };
}

const ours = (id: string, seconds: number, text: string, more: Partial<Mail> = {}): Mail =>
  mail(id, seconds, text, {
    incoming: false,
    kind: 'ANSWER',
    from: own,
    to: [kaethe],
    author: 'a1',
    subject: 'Re: Line is slow since Monday',
    ...more,
  });

const delivery = {
  state: 'SENT',
  automatic: false,
  dueAt: ago(86_000),
  sentAt: ago(86_000),
  attempts: 1,
  maybeTwice: false,
  recipients: [{ address: kaethe.address, sentAt: ago(86_000) }],
} as const satisfies Mail['delivery'];

const HTML =
  '<p style="color:#17703a">Guten Tag,</p><table border="1"><tr><td>Mon</td><td><b>2 Mbit/s</b></td></tr></table>' +
  '<img data-remote-src="https://pixel.example/1.gif" alt="Logo"><p>Käthe</p>';

export const conversation: Conversation = {
  moves: [],
  thread: 't1',
  mailbox: 'support',
  address: own.address,
  mails: [
    mail('m1', 90_000, 'Since Monday our line is slow. Can you look at it?', {
      replies: [{ kind: 'ACKNOWLEDGEMENT', at: ago(90_000), reason: 'SENT', detail: 'Sent.' }],
    }),
    ours('m2', 89_990, 'Thank you for your mail. Your case is C-2026-000123.', {
      kind: 'ACKNOWLEDGEMENT',
      delivery: { ...delivery, automatic: true, sentAt: ago(89_980) },
    }),
    ours('m3', 86_000, 'Please restart the router once, and tell us what the lamps show.', { delivery }),
    ours('m4', 80_000, 'The technician comes on Thursday.', {
      delivery: {
        ...delivery,
        state: 'UNCERTAIN',
        attempts: 2,
        maybeTwice: true,
        error: 'connection reset after the text',
      },
    }),
    mail('m5', 600, 'The lamps are green now, but it is still slow.\nThe figures are attached.', {
      cc: [{ name: 'Bo', address: 'bo@example.org' }],
      linked: 't7',
      content: content('The lamps are green now, but it is still slow.\nThe figures are attached.', {
        quoted: 'On Monday, Ahoy Support wrote:\n> Please restart the router once.',
        signature: 'Käthe Schönfeld\nSchönfeld Maschinenbau GmbH',
        layout: { asksOthers: true },
        language: 'en',
        protection: 'SIGNED_UNTRUSTED',
        protectionDetail: 'The signature fits, but its signer (kaethe@old.example) is not the sender.',
        problems: ['Part 3 says that it is “application/pdf” and is “image/jpeg”; it is listed as what it is.'],
        attachments: [
          {
            number: '2',
            name: 'Messung März.xlsx',
            mediaType: 'application/vnd.ms-excel',
            size: 48_200,
            inline: false,
          },
          { number: '3', name: 'lamps.jpg', mediaType: 'image/jpeg', size: 1_240_000, inline: false },
        ],
      }),
      replies: [{ kind: 'ACKNOWLEDGEMENT', at: ago(600), reason: 'FOLLOW_UP', detail: 'It goes on.' }],
    }),
  ],
};

/** The interaction of a mail that the agent begins himself. */
export const NEW_MAIL = 'n1';
export const begun: BegunMail = {
  customer: { id: 'k2', name: '王芳' },
  to: 'fang@wang.example',
  mailboxes: [
    { mailbox: 'sales', address: 'sales@ahoy.example', name: 'Ahoy Sales' },
    { mailbox: 'support', address: own.address, name: own.name },
  ],
};

export const readers = {
  type: 'readers',
  thread: 't1',
  readers: [
    { agent: 'a2', name: 'Bo Lindqvist', writes: true },
    { agent: 'a3', name: 'Sara Marsh', writes: false },
  ],
};

export const texts: AnswerTexts = {
  language: 'en',
  canned: [
    { id: 'hello', title: { en: 'Salutation', zh: '称呼' }, text: 'Dear Käthe Schönfeld,' },
    { id: 'lamps', title: { en: 'What the lamps say', zh: '指示灯说明' }, text: 'Green is well, red is not.' },
    { id: 'technician', title: { en: 'A technician comes', zh: '技术人员上门' }, text: 'Somebody comes to you.\n' },
  ],
  signatures: [
    { id: 'support', title: { en: 'Support', zh: '客服' }, text: '-- \nAnna Berg\nAhoy Support' },
    { id: 'short', title: { en: 'Short', zh: '简短' }, text: '-- \nAnna' },
  ],
};

export const salesTexts: AnswerTexts = {
  ...texts,
  signatures: [{ id: 'sales', title: { en: 'Sales', zh: '销售' }, text: '-- \nAnna Berg\nAhoy Sales' }],
};

/** What the frame is given; the page around it must not have to loosen its own policy for it. */
export const PAGE = `<!doctype html><html lang="de"><head><title>Mail</title></head><body>${HTML}</body></html>`;
export const PAGE_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export const live: Live = {
  ...world.live,
  channel: 'EMAIL',
  queue: 'support',
  from: kaethe.address,
  arrivedAt: ago(15_127),
  enteredAt: ago(15_127),
};
export const pop: Pop = { ...world.pop, interaction: { ...world.pop.interaction, channel: 'EMAIL' } };

export const waiting = (text: string): Mail =>
  ours('m6', 0, text, {
    delivery: { ...delivery, state: 'WAITING', attempts: 0, dueAt: inSeconds(3_600), recipients: [] },
  });

export const tryPage: TryMailPage = {
  available: true,
  mailboxes: [own, { name: '', address: 'sales@ahoy.example' }],
  mails: [
    {
      from: own,
      subject: 'We have your mail: Where is my parcel?',
      text: 'Thank you for your mail. Your case is C-2026-000124.\n\nAhoy Support',
      at: ago(90),
      messageId: '<1@ahoy.example>',
    },
  ],
};

export const splitAway: MailMove = {
  id: 'v1',
  kind: 'SPLIT',
  agent: 'Anna Berg',
  at: ago(5),
  subject: 'Line is slow since Monday',
  mails: 1,
  away: true,
  undoable: true,
};
export const joined: MailMove = { ...splitAway, id: 'v2', kind: 'JOIN', subject: 'My invoice', mails: 3, away: false };

export const others: OtherConversation[] = [
  { interaction: 'i21', subject: 'My invoice', at: ago(3_600), mails: 3, state: 'WAITING', mine: false },
  {
    interaction: 'i22',
    subject: 'Moving house',
    at: ago(90_000),
    mails: 1,
    state: 'HELD',
    agent: 'Bo Chen',
    mine: false,
  },
  { interaction: 'i23', subject: '', at: ago(900_000), mails: 7, state: 'ENDED', mine: false },
];
