import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
  type WebSocketRoute,
} from 'playwright-core';
import { preview } from 'vite';
import { articleAnswer } from './articleAnswers.ts';
import { CASES, caseAnswer } from './caseAnswers.ts';
import { orders } from './caseWorld.ts';
import { mailAnswer } from './mailAnswers.ts';
import { pulledAnswer } from './pulledAnswers.ts';
import { notes, organisation, wang } from './recordWorld.ts';
import { reportAnswer } from './reportAnswers.ts';
import { ruleAnswer } from './rulesAnswers.ts';
import * as world from './world.ts';

const CHROMIUM = process.env.AHOY_CHROMIUM ?? '/usr/bin/chromium';

/** The policy the server sends; a page that breaks it fails here first. */
const POLICY =
  "default-src 'self'; connect-src 'self' ws: wss:; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export async function startChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`No browser at ${CHROMIUM}: install chromium or set AHOY_CHROMIUM`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** The built pages on a free port, with the headers of the real server. */
export async function servePages(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    appType: 'mpa',
    preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': POLICY } },
    plugins: [
      {
        name: 'deep-links',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, _response, next) => {
            const path = new URL(request.url ?? '/', 'http://here').pathname;
            if (path === '/contact' || path === '/try-mail') request.url = `${path}.html`;
            else if (!path.includes('.')) request.url = '/index.html';
            next();
          });
        },
      },
    ],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

export interface Scene {
  session?: ReturnType<typeof world.session>;
  /** Frames after the greeting. */
  frames?: readonly object[];
  voice?: boolean;
  /** The PBX does not answer. */
  phoneless?: boolean;
  contacts?: readonly object[];
  /** What `/interactions/{id}` answers. */
  pop?: object;
  /** The case that the interaction at hand belongs to. */
  attached?: object;
  /** Nobody is on record. */
  nobody?: boolean;
  /** Nothing is known about anything. */
  articleless?: boolean;
  /** Saving a record is refused so; reading goes on. */
  refusal?: { status: number; detail: string; field?: string; present?: object };
}

export interface Stage {
  page: Page;
  /** `METHOD path body` of every changing request. */
  asked: string[];
  /** What went wrong in the page: errors, broken policy. */
  complaints: string[];
  tell: (frame: object) => void;
}

/** A page before a server that answers as the scene says. */
export async function play(context: BrowserContext, scene: Scene): Promise<Stage> {
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  let feed: WebSocketRoute | undefined;
  let signedIn = scene.session;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|422|409|412|503/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() !== 'GET') asked.push(`${request.method()} ${path} ${request.postData() ?? ''}`.trim());
    const answer = (body: unknown) => route.fulfill({ json: body });
    const refuse = (status: number, detail: string) =>
      route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, detail }) });
    if (path === '/session' && request.method() === 'POST') {
      signedIn = request.postDataJSON().password === 'ahoy' ? world.session('AGENT') : undefined;
      return signedIn ? answer(signedIn) : refuse(401, 'no');
    }
    if (path === '/session') return signedIn ? answer(signedIn) : route.fulfill({ status: 204 });
    if (path === '/contact') return answer(world.contactPage(scene.voice ?? true));
    if (path.startsWith('/history')) return answer({ items: scene.contacts ?? world.contacts });
    const report = reportAnswer(scene, path, request);
    if (report !== undefined) return 'json' in report ? answer(report.json) : route.fulfill(report);
    const rule = ruleAnswer(scene, path, request);
    if (rule !== undefined) return 'json' in rule ? answer(rule.json) : route.fulfill(rule);
    const toTake = pulledAnswer(scene, path, request);
    if (toTake !== undefined) return 'json' in toTake ? answer(toTake.json) : route.fulfill(toTake);
    const mail = mailAnswer(scene, path, request);
    if (mail !== undefined) return 'json' in mail ? answer(mail.json) : route.fulfill(mail);
    const knowledge = articleAnswer(scene, path, request);
    if (knowledge !== undefined) return 'json' in knowledge ? answer(knowledge.json) : route.fulfill(knowledge);
    const record = await recordAnswer(scene, path, request);
    if (record !== undefined) return 'refused' in record ? route.fulfill(record.refused) : answer(record.body);
    if (path.endsWith('/transfer') && request.postDataJSON().number === '1') {
      return refuse(422, '“1” is neither an extension nor a telephone number. Write it like +49 30 1234567.');
    }
    return route.fulfill({ status: 204 });
  });
  await page.routeWebSocket('**/api/v1/feed', (socket) => {
    feed = socket;
    // The scene stands at the instant its times were made from, however long ago that was: pages follow the server's clock.
    const opened = Date.now();
    const now = () => new Date(world.NOW + Date.now() - opened).toISOString();
    socket.send(JSON.stringify({ type: 'hello', now: now(), build: 'test' }));
    for (const frame of scene.frames ?? []) socket.send(JSON.stringify(frame));
    socket.onMessage((data) => {
      const word = JSON.parse(String(data));
      if (word.type === 'ping') socket.send(JSON.stringify({ type: 'pong', now: now() }));
      if (word.type === 'watch' && word.board) socket.send(JSON.stringify({ type: 'board', ...world.board() }));
    });
  });
  await page.routeWebSocket('ws://127.0.0.1:8088/ws', (socket) => {
    socket.onMessage((data) => {
      const accepted = acceptRegistration(String(data));
      if (accepted !== undefined && scene.phoneless !== true) socket.send(accepted);
    });
  });
  return { page, asked, complaints, tell: (frame) => feed?.send(JSON.stringify(frame)) };
}

export const summary = {
  type: 'summary',
  at: world.ago(0),
  queues: [
    { id: 'sales', waiting: 1 },
    { id: 'support', waiting: 5 },
  ],
};

export type Reply = { body: unknown } | { refused: { status: number; contentType: string; body: string } };

/** The answers about people, organisations and notes. */
async function recordAnswer(scene: Scene, path: string, request: Request): Promise<Reply | undefined> {
  const about = caseAnswer(scene, path, request);
  if (about !== undefined) return about;
  const [, kind, id, part] = path.split('/');
  if (path.startsWith('/interactions/') && part === undefined) return { body: scene.pop ?? world.pop };
  if (kind === 'find') {
    return {
      body: scene.nobody ? NOBODY : FOUND,
    };
  }
  if (kind === 'notes') return request.method() === 'PUT' ? { body: { ...notes('k1')[0], version: 3 } } : undefined;
  if (kind !== 'customers' && kind !== 'organisations' && kind !== 'cases') return undefined;
  if (part === 'notes') {
    return {
      body: request.method() === 'POST' ? notes(id ?? '')[0] : { items: scene.nobody ? [] : notes(id ?? '') },
    };
  }
  if (kind === 'cases') return undefined;
  const one = kind === 'organisations' ? organisation : id === 'k2' ? wang : world.customer;
  if (request.method() !== 'GET') {
    if (scene.refusal === undefined)
      return { body: { ...one, ...(id === undefined ? {} : { version: one.version + 1 }) } };
    const { status } = scene.refusal;
    return { refused: { status, contentType: 'application/problem+json', body: JSON.stringify(scene.refusal) } };
  }
  if (id !== undefined) return { body: one };
  if (scene.nobody) return { body: { items: [] } };
  const parts = new URL(request.url()).searchParams.has('parent');
  if (kind === 'organisations') {
    return { body: { items: [{ ...organisation, ...(parts ? { id: 'g3', name: 'Schönfeld Service' } : {}) }] } };
  }
  return { body: { items: [world.customer, wang], next: 'k2' } };
}

const FOUND = { customers: [world.customer, wang], organisations: [organisation], cases: CASES, orders };
const NOBODY = { customers: [], organisations: [], cases: [], orders: [] };

/** A registrar that takes everybody: the answer to a REGISTER (RFC 3261, 10.3). */
function acceptRegistration(request: string): string | undefined {
  if (!request.startsWith('REGISTER ')) return undefined;
  const copied = request.split('\r\n').filter((line) => /^(Via|From|Call-ID|CSeq|Contact):/i.test(line));
  const to = request.split('\r\n').find((line) => line.startsWith('To:'));
  return ['SIP/2.0 200 OK', ...copied, `${to};tag=pbx`, 'Expires: 120', 'Content-Length: 0', '', ''].join('\r\n');
}
