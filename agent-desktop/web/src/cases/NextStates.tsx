import { type Case, cases } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { type Refused, refusedBy } from '../records/refused.ts';
import { t, title } from '../text/text.ts';
import { CASE_FIELDS } from './form.ts';
import { settle } from './settle.ts';
import { nextStates } from './words.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface Properties {
  of: Case;
  onChanged: (now: Case) => void;
  /** Something must be filled in first. */
  onMissing: (because: Refused) => void;
}

/** The states that its lifecycle allows next, each by a key. */
export function NextStates({ of, onChanged, onMissing }: Properties) {
  const next = nextStates(of);
  // What is missing is said in the form where it can be filled in.
  const missing = (error: unknown) => {
    const field = error instanceof Problem && error.status === 422 ? error.field : undefined;
    if (!CASE_FIELDS.some((one) => one === field)) return false;
    onMissing(refusedBy(error));
    return true;
  };
  const move = async (state: string | undefined) => {
    if (state === undefined) return;
    const now = await settle(() => cases.move(of, state), onChanged, missing);
    if (now !== undefined) onChanged(now);
  };
  useKeys(KEYS.map((key, at) => ({ key, when: () => at < next.length, run: () => void move(next[at]?.id) })));
  if (next.length === 0) return null;
  return (
    <p class="chips" role="group" aria-label={t('case.next')} data-testid="next-states">
      {next.map((state, at) => (
        <button key={state.id} type="button" data-testid={`move-${state.id}`} onClick={() => void move(state.id)}>
          <Icon name="transfer" />
          {title(state.title, state.id)}
          {KEYS[at] !== undefined && <Kbd>{KEYS[at]}</Kbd>}
        </button>
      ))}
    </p>
  );
}
