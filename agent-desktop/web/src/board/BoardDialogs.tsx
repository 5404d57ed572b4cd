import { dialog } from '../app/dialogs.ts';
import { HelpDialog } from '../app/HelpDialog.tsx';
import { board } from '../feed/picture.ts';
import { openSeat } from './openSeat.ts';
import { SeatDialog } from './SeatDialog.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

export function BoardDialogs() {
  const open = openSeat.value;
  const seat = board.value?.seats.find((one) => one.agent.id === open?.agent);
  if (open !== undefined && seat !== undefined) {
    return open.asksToSignOut ? <SignOutDialog agent={seat.agent} /> : <SeatDialog seat={seat} />;
  }
  return dialog.value === 'help' ? <HelpDialog /> : null;
}
