import { records } from '../api/records.ts';
import type { Named } from '../api/types.ts';
import { attempt, tellUndoable } from '../app/toasts.ts';
import { live } from '../feed/picture.ts';
import { t } from '../text/text.ts';
import { popAgain } from './popAgain.ts';

/** Says whom the live contact is with; can be taken back. */
export async function moveTo(interaction: string, to: Named): Promise<void> {
  const before = live.peek()?.id === interaction ? live.peek()?.customer : undefined;
  await records.move(interaction, to.id);
  popAgain();
  tellUndoable(
    t('move.done', { name: to.name }),
    () =>
      void attempt(async () => {
        await records.move(interaction, before?.id);
        popAgain();
      }),
  );
}
