import type { RecordKind } from '../api/records.ts';
import type { Live } from '../api/types.ts';
import { closeDialog } from '../app/dialogs.ts';
import { go } from '../app/route.ts';
import { may } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { FindBox } from '../find/FindBox.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { t } from '../text/text.ts';
import { moveTo } from './moveTo.ts';
import { addresses } from './views.ts';

const PEOPLE: readonly RecordKind[] = ['customers'];

/** Finds whom the live contact is really with. */
export function SomebodyElseDialog({ contact }: { contact: Live }) {
  return (
    <Dialog title={t('move.title')} onClose={closeDialog} testId="somebody-else-dialog">
      <p class="secondary">{t('move.lead')}</p>
      <div class="find-in-dialog">
        <FindBox
          label={t('move.find')}
          placeholder={t('search.placeholder')}
          kinds={PEOPLE}
          creatable={may('customer.create') ? PEOPLE : []}
          testId="find-somebody"
          onChoose={(hit) => {
            closeDialog();
            void attempt(() => moveTo(contact.id, hit));
          }}
          onCreate={(_, text) => {
            closeDialog();
            go(addresses.newCaller(contact.id, text));
          }}
        />
      </div>
    </Dialog>
  );
}
