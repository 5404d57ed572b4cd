import { requests } from '../api/requests.ts';
import { allowNotifications } from '../app/attention.ts';
import { openDialog } from '../app/dialogs.ts';
import { session } from '../app/session.ts';
import { attempt } from '../app/toasts.ts';
import { phone } from '../app/workplace.ts';
import { seat } from '../feed/picture.ts';
import { runSelfTest, selfTestPassed } from '../phone/selfTest.ts';

/** Ready, once the telephone has shown that a call can be answered: before the first time it is tried out. */
export async function becomeReady(): Promise<void> {
  allowNotifications();
  const made = phone.peek();
  const byBrowser = session.peek()?.voice === true && made !== undefined && seat.peek()?.device === 'BROWSER';
  if (byBrowser && !selfTestPassed.peek() && !(await runSelfTest(made))) {
    openDialog('selfTest');
    return;
  }
  await readyAnyway();
}

export async function readyAnyway(): Promise<void> {
  await attempt(requests.ready);
}
