import { type Case, cases } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { type Refused, refusedBy } from '../records/refused.ts';
import { t, title } from '../text/text.ts';
import { CASE_FIELDS, type CaseField } from './form.ts';
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
  const move = async (state: string | undefined) => {
    if (state === undefined) return;
    const now = await settle(async () => {
      try {
        return await cases.move(of, state);
      } catch (error) {
        const field = error instanceof Problem && error.status === 422 ? error.field : undefined;
        if (field !== undefined && CASE_FIELDS.includes(field as CaseField)) onMissing(refusedBy(error));
        throw error;
      }
    }, onChanged);
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
