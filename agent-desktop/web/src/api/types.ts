import type { CaseCategory, CaseCount, CaseType, SuggestedCase } from './cases.ts';

/** What the server sends, as docs/api.md describes it. Instants are ISO 8601, lengths of time milliseconds, levels 0 to 1. */

export type Instant = string;

export interface Titles {
  en: string;
  zh: string;
}

export type Role = 'AGENT' | 'SUPERVISOR';

export interface PhoneAccount {
  websocketUrl: string;
  user: string;
  secret: string;
  domain: string;
}

export interface Centre {
  name: string;
  zone: string;
}

export interface SessionAgent {
  id: string;
  name: string;
  login: string;
  role: Role;
  extension: string;
  language: string;
}

export interface Titled {
  id: string;
  title: Titles;
}

export type Queue = Titled;

export interface BreakReason {
  id: string;
  title: Titles;
  system: boolean;
}

export interface Disposition {
  id: string;
  title: Titles;
  queue?: string;
}

export interface CustomerSegment extends Titled {
  /** Goes before others. */
  preferred: boolean;
}

export interface Session {
  agent: SessionAgent;
  csrf: string;
  phone?: PhoneAccount;
  centre: Centre;
  voice: boolean;
  queues: Queue[];
  skills: Titled[];
  teams: Titled[];
  breakReasons: BreakReason[];
  dispositions: Disposition[];
  customerSegments: CustomerSegment[];
  caseTypes: CaseType[];
  caseCategories: CaseCategory[];
  /** What the role allows on some records at least, as `customer.read`. */
  rights: string[];
}

export type SeatState = 'SIGNED_OUT' | 'READY' | 'OFFERED' | 'CONNECTING' | 'ON_CONTACT' | 'WRAP_UP' | 'ON_BREAK';
export type InteractionState =
  | 'WAITING'
  | 'SCHEDULED'
  | 'OFFERED'
  | 'CONNECTING'
  | 'ACTIVE'
  | 'INTERRUPTED'
  | 'WRAP_UP'
  | 'CLOSED';
export type WorkState = 'OFFERED' | 'CONNECTING' | 'ON_CONTACT' | 'INTERRUPTED' | 'WRAP_UP';
export type Channel = 'VOICE' | 'EMAIL' | 'FAX' | 'CHAT' | 'CALLBACK';
export type Device = 'BROWSER' | 'PHONE';

export interface Seat {
  agent: string;
  state: SeatState;
  since: Instant;
  reason?: string;
  leaving: boolean;
  interaction?: string;
  offer?: string;
  queue?: string;
  deadline?: Instant;
  availableFrom?: Instant;
  device: Device;
  limit?: number;
  /** Everything the seat is on, in the order in which it came. */
  works?: SeatWork[];
}

export interface SeatWork {
  interaction: string;
  channel: Channel;
  queue: string;
  offer: string;
  state: WorkState;
  since: Instant;
  deadline?: Instant;
}

export interface Named {
  id: string;
  name: string;
}

/** What an agent must have: all of these skills and one of these groups, if there are any. */
export interface Need {
  skills: { skill: string; level: number }[];
  groups: string[];
}

export interface Reason {
  chosen: string;
  strategy: string;
  choice: string;
  need: Need;
  step: number;
  /** The last widening: so long after the entry, and what was needed before it. */
  widened?: { after: number; before: Need };
  preferred: boolean;
  tier: number;
  headStart: number;
  waitingInQueue: number;
  idleSeats: number;
  waitsSince: Instant;
  idleSince: Instant;
}

export interface Live {
  id: string;
  channel: Channel;
  queue: string;
  state: InteractionState;
  arrivedAt: Instant;
  since: Instant;
  enteredAt: Instant;
  segment: number;
  from: string;
  withheld: boolean;
  customer?: Named;
  reason?: Reason;
  muted: boolean;
  held: boolean;
  heldSince?: Instant;
}

export interface Segment {
  number: number;
  queue: string;
  agent?: Named;
  enteredAt: Instant;
  answeredAt?: Instant;
  endedAt?: Instant;
  clearedAt?: Instant;
  outcome: string;
}

export interface Contact {
  id: string;
  channel: Channel;
  from: string;
  to: string;
  withheld: boolean;
  customer?: Named;
  arrivedAt: Instant;
  endedAt?: Instant;
  state: InteractionState | 'IVR';
  cause?: string;
  segments: Segment[];
  disposition?: string;
  note?: string;
  wrapUp?: 'OPEN' | 'DONE' | 'RAN_OUT';
}

export type PointKind = 'PHONE' | 'EMAIL' | 'FAX' | 'CHAT' | 'WEB';

export interface ContactPoint {
  kind: PointKind;
  value: string;
  label: string;
  primary: boolean;
  verifiedAt?: Instant;
  doNotContact: boolean;
}

export interface Address {
  lines: string[];
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
}

export interface Consent {
  purpose: string;
  channel: PointKind;
  given: boolean;
  at: Instant;
  source: string;
}

/** What people write of a customer. */
export interface CustomerDraft {
  name: string;
  givenName?: string;
  familyName?: string;
  reading?: string;
  address?: Address;
  language?: string;
  timeZone?: string;
  segment?: string;
  organisation?: string;
  owner?: string;
  points: ContactPoint[];
  tags: string[];
  consents: Consent[];
  neverOffered?: string[];
}

export interface Customer extends Omit<CustomerDraft, 'organisation' | 'owner' | 'neverOffered'> {
  id: string;
  version: number;
  organisation?: Named;
  owner?: Named;
  neverOffered?: Named[];
  since: Instant;
  changedAt: Instant;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Pop {
  interaction: Contact;
  customer?: Customer;
  /** While nobody is named: who is reached at the address it came from. */
  candidates?: Customer[];
  earlier: Contact[];
  /** With which it may go on. */
  suggestedCase?: SuggestedCase;
}

export interface HistoryPage {
  items: Contact[];
  next?: string;
}

export interface MinuteFigures {
  at: Instant;
  answered: number;
  abandoned: number;
  maxWait: number;
}

export interface QueueRow {
  id: string;
  waiting: number;
  oldest?: Instant;
  longest: number;
  offered: number;
  answered: number;
  abandoned: number;
  shortAbandoned: number;
  flowedOut: number;
  serviceLevel?: number;
  serviceLevelTarget: number;
  threshold: number;
  asa?: number;
  ready: number;
  busy: number;
  estimate?: Wait;
  /** What became of today's estimates: the share that was kept, of how many, and how far off they were on average. */
  estimates?: { kept: number; count: number; error?: number };
  /** The service level's parts, to make it over several queues: inTime ÷ counted. */
  inTime?: number;
  counted?: number;
  lastHour: MinuteFigures[];
}

/** How long the last in line will still wait, and why that is more than was told before. */
export interface Wait {
  low: number;
  high: number;
  cause?: string;
}

export interface SeatRow {
  agent: { id: string; name: string; extension: string };
  state: SeatState;
  since: Instant;
  reason?: string;
  leaving: boolean;
  queue?: string;
  interaction?: string;
  from?: string;
  customer?: Named;
  deadline?: Instant;
  connected: boolean;
}

export type Why =
  | ({ code: 'noAgentSignedIn'; need: Need } & Due)
  | AllBusy
  | { code: 'offered'; agent?: Named }
  | ({ code: 'behind'; ahead: number; need: Need } & Due)
  | { code: 'preferred'; agent: Named; until?: Instant }
  | { code: 'scheduled'; until?: Instant }
  /** In a queue from which so many agents take mails themselves. */
  | ({ code: 'toBeTaken'; able: number; need: Need } & Due);

/** When something comes by itself, and what, where the server can tell. */
export interface Due {
  due?: Instant;
  next?: Next;
}

export type Next =
  | { code: 'widens'; changes: readonly WideningChange[] }
  | { code: 'overflows' | 'closes'; action: OverflowAction };

export type WideningChange =
  | { type: 'lowerLevel'; skill: string; level: number }
  | { type: 'dropSkill'; skill: string }
  | { type: 'addTeam'; team: string };

export type OverflowAction =
  | { type: 'toQueue'; queue: string }
  | { type: 'voicemail' | 'offerCallback' | 'sendAway' | 'autoAnswer' };

/** Of those who meet the need, so many do what. */
export interface AllBusy extends Due {
  code: 'allBusy';
  need: Need;
  able: number;
  ringing: number;
  onContact: number;
  wrapUp: number;
  onBreak: number;
  breaks: Readonly<Record<string, number>>;
  resting: number;
  restingUntil?: Instant;
}

export interface WaitingRow {
  id: string;
  queue: string;
  state: InteractionState;
  arrivedAt: Instant;
  rank: Instant;
  from: string;
  withheld: boolean;
  customer?: Named;
  position: number;
  why: Why;
}

export interface Board {
  at: Instant;
  queues: QueueRow[];
  seats: SeatRow[];
  waiting: WaitingRow[];
  waitingTotal?: number;
  /** By team; one without it counts those of none. */
  cases?: ({ team?: string } & CaseCount)[];
}

export interface ContactPage {
  /** Its name. */
  centre: string;
  voice: boolean;
  phone?: PhoneAccount;
  destination: string;
}
