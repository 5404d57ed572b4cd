import { dialog } from '../app/dialogs.ts';
import { HelpDialog } from '../app/HelpDialog.tsx';
import { live } from '../feed/picture.ts';
import { onContact } from './actions.ts';
import { hasCustomer } from './CustomerPanel.tsx';
import { DialDialog } from './DialDialog.tsx';
import { SelfTestDialog } from './SelfTestDialog.tsx';
import { SomebodyElseDialog } from './SomebodyElseDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';

/** The open dialog; those about a contact only while there is one. */
export function Dialogs() {
  const contact = onContact() ? live.value : undefined;
  switch (dialog.value) {
    case 'help':
      return <HelpDialog />;
    case 'selfTest':
      return <SelfTestDialog />;
    case 'transfer':
      return contact ? <TransferDialog contact={contact} /> : null;
    case 'dial':
      return contact ? <DialDialog /> : null;
    case 'somebodyElse':
      return hasCustomer() && live.value ? <SomebodyElseDialog contact={live.value} /> : null;
    case 'giveCase':
    case 'mergeCase':
    case 'splitCase':
    case 'deleteCase':
    case 'eraseCustomer':
    // Drawn by the mail itself.
    case 'followUp':
    case 'splitMail':
    case 'joinMail':
    case undefined:
      return null;
  }
}
