import { Problem, problemOf } from './problem.ts';

const TIMEOUT_MS = 15_000;

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
  const response = await send(method, path, body, version);
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
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new Problem(0, error instanceof Error ? error.message : String(error), '');
  }
}
