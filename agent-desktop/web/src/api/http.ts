import { Problem, problemOf } from './problem.ts';

const TIMEOUT_MS = 15_000;
/** Of a file of 20 MB over a slow line. */
const UPLOAD_TIMEOUT_MS = 300_000;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let csrf = '';
let whenSignedOut: () => void = () => {};

/** The value that proves to the server that a changing request comes from this page. */
export function useCsrf(value: string): void {
  csrf = value;
}

export function onSignedOut(action: () => void): void {
  whenSignedOut = action;
}

/** One request to `/api/v1`; throws a {@link Problem} when it is refused or the server cannot be reached. */
export async function call<T = void>(method: Method, path: string, body?: unknown, version?: number): Promise<T> {
  return answerOf<T>(await send(method, path, body, version), method, path);
}

/** Sends a file as it is. */
export async function upload<T>(path: string, file: Blob): Promise<T> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream', 'X-Ahoy-Csrf': csrf };
  return answerOf<T>(await reach(path, { method: 'POST', headers, body: file }, UPLOAD_TIMEOUT_MS), 'POST', path);
}

async function answerOf<T>(response: Response, method: Method, path: string): Promise<T> {
  if (response.ok) {
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
  const problem = await problemOf(response);
  if (response.status === 401 && !(method === 'POST' && path === '/session')) whenSignedOut();
  throw problem;
}

async function send(method: Method, path: string, body: unknown, version: number | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  // So that nobody's change is overwritten: the server refuses when the record has another version by now.
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf !== '') headers['X-Ahoy-Csrf'] = csrf;
  return reach(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, TIMEOUT_MS);
}

async function reach(path: string, request: RequestInit, timeoutMs: number): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      ...request,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new Problem(0, error instanceof Error ? error.message : String(error), '');
  }
}
