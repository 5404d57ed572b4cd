import { computed, effect, untracked } from '@preact/signals';
import { live, seat } from '../feed/picture.ts';
import { onWritten } from '../feed/written.ts';
import { ring } from '../phone/bell.ts';
import { t } from '../text/text.ts';
import { closeDialog } from './dialogs.ts';
import { queueTitle } from './session.ts';

const FLASH_EVERY_MS = 1_000;

const offer = computed(() => (seat.value?.state === 'OFFERED' ? seat.value.offer : undefined));

/** Everything an offer does to be noticed: bell, flashing title, a notification when the page is hidden. */
export function callForAttention(): () => void {
  const calm = document.title;
  return effect(() => {
    if (offer.value === undefined) return;
    const leave = untracked(() => {
      closeDialog();
      return [ring(), flashTitle(calm), notify()];
    });
    return () => {
      for (const action of leave) action();
    };
  });
}

/** Asked for when the agent becomes ready, because browsers answer only to a click. */
export function allowNotifications(): void {
  if ('Notification' in window && Notification.permission === 'default') {
    Notification.requestPermission().catch(() => {});
  }
}

function flashTitle(calm: string): () => void {
  let on = true;
  const flash = () => {
    document.title = on ? offerTitle() : calm;
    on = !on;
  };
  flash();
  const timer = setInterval(flash, FLASH_EVERY_MS);
  return () => {
    clearInterval(timer);
    document.title = calm;
  };
}

const offerTitle = (): string => (onWritten.peek() ? `\u2709 ${t('offer.mail')}` : `\u260e ${t('offer.title')}`);

function notify(): () => void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return () => {};
  const contact = live.peek();
  const who = contact?.customer?.name ?? contact?.from ?? '';
  const shown = new Notification(offerTitle(), {
    body: [queueTitle(seat.peek()?.queue), who].filter((part) => part !== '').join(' · '),
    tag: 'ahoy.offer',
    icon: '/favicon.svg',
  });
  shown.onclick = () => window.focus();
  return () => shown.close();
}
