import { dialog } from '../app/dialogs.ts';
import { HelpDialog } from '../app/HelpDialog.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { seatToSignOut } from './seatToSignOut.ts';

export function BoardDialogs() {
  const agent = seatToSignOut.value;
  if (agent !== undefined) return <SignOutDialog agent={agent} />;
  return dialog.value === 'help' ? <HelpDialog /> : null;
}
