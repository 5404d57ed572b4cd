import { signal } from '@preact/signals';
import { type Case, cases } from '../api/cases.ts';
import { attempt, tellUndoable } from '../app/toasts.ts';
import { t } from '../text/text.ts';

/** The case that the interaction at hand belongs to. */
export interface Attached {
  interaction: string;
  case?: Case;
}

export const attached = signal<Attached | undefined>(undefined);
/** Counts what was done to cases on this page, so that lists of them are read again. */
export const caseChanges = signal(0);

export async function readAttached(interaction: string): Promise<void> {
  const found = await cases.of(interaction);
  attached.value = toldOf(interaction, found);
}

/** Says which case the interaction belongs to, or none; can be taken back. */
export async function belong(interaction: string, to: Pick<Case, 'id'> | undefined): Promise<void> {
  const before = attached.peek()?.interaction === interaction ? attached.peek()?.case : undefined;
  const now = await put(interaction, to);
  tellUndoable(
    now === undefined ? t('belongs.doneNone') : t('belongs.done', { number: now.number }),
    () => void attempt(() => put(interaction, before)),
  );
}

async function put(interaction: string, to: Pick<Case, 'id'> | undefined): Promise<Case | undefined> {
  const now = await cases.attach(interaction, to?.id);
  attached.value = toldOf(interaction, now);
  caseChanges.value += 1;
  return now;
}

function toldOf(interaction: string, found: Case | undefined): Attached {
  return found === undefined ? { interaction } : { interaction, case: found };
}
