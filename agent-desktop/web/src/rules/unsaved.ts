import { signal } from '@preact/signals';
import { session } from '../app/session.ts';

/** Something that was written and not saved: a mail may come in between, or the page be loaded anew. Kept in this tab. */
export interface Unsaved<F> {
  /** As it was read. */
  read: F;
  /** None: it is a new one. */
  version?: number;
  form: F;
}

type All<F> = Readonly<Record<string, Unsaved<F>>>;

/** Of one kind; each by its id, a new one by the name of its page. */
export class Drafts<F> {
  private readonly kept;

  /** @param place in the tab's storage */
  constructor(private readonly place: string) {
    this.kept = signal<All<F>>(stored(place));
  }

  of(id: string): Unsaved<F> | undefined {
    return this.kept.value[keyOf(id)];
  }

  forms(): Map<string, F> {
    const own = keyOf('');
    return new Map(
      Object.entries(this.kept.value)
        .filter(([key]) => key.startsWith(own))
        .map(([key, { form }]) => [key.slice(own.length), form]),
    );
  }

  keep(id: string, unsaved: Unsaved<F>): void {
    this.put({ ...this.kept.peek(), [keyOf(id)]: unsaved });
  }

  forget(id: string): void {
    const { [keyOf(id)]: _, ...others } = this.kept.peek();
    this.put(others);
  }

  private put(all: All<F>): void {
    this.kept.value = all;
    try {
      sessionStorage.setItem(this.place, JSON.stringify(all));
    } catch {
      // Storage is full or forbidden: then it holds until the page is loaded anew.
    }
  }
}

/** Somebody else may sign in on this page. */
function keyOf(id: string): string {
  return `${session.peek()?.agent.id ?? ''}/${id}`;
}

function stored<F>(place: string): All<F> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
