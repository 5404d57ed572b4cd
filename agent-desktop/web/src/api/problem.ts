import { translator } from '../text/refusals.ts';

/** A refusal by the server (RFC 9457), or its absence: then the status is 0. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly field?: string,
    readonly retryAfterSeconds?: number,
    /** The record as it is now, where somebody was faster (status 412). */
    readonly present?: unknown,
  ) {
    super(detail || title);
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

/** With the server's sentences in the reader's language. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await readJson(response);
  const say = await translator();
  const retry = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    text(body.title) ?? response.statusText,
    messages(body.problems, say) ?? say(text(body.detail) ?? ''),
    text(body.field),
    Number.isFinite(retry) && retry > 0 ? retry : undefined,
    body.present,
  );
}

/** Where several things are wrong, what is said of each without the names that programs know them by. */
function messages(problems: unknown, say: (sentence: string) => string): string | undefined {
  if (!Array.isArray(problems)) return undefined;
  return text(problems.flatMap((one: { message?: unknown }) => say(text(one.message) ?? '') || []).join(' '));
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
