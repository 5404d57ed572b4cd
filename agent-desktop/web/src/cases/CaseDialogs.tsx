import type { Case } from '../api/cases.ts';
import { dialog } from '../app/dialogs.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/** The open dialog about a case, if any. */
export function CaseDialogs({ of, onChanged }: { of: Case; onChanged: (now: Case) => void }) {
  switch (dialog.value) {
    case 'giveCase':
      return <GiveDialog of={of} onChanged={onChanged} />;
    case 'mergeCase':
      return <MergeDialog of={of} onChanged={onChanged} />;
    case 'splitCase':
      return <SplitDialog of={of} onChanged={onChanged} />;
    case 'deleteCase':
      return <DeleteDialog of={of} />;
    default:
      return null;
  }
}
