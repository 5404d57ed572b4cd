import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem.ts';
import { requests } from '../api/requests.ts';
import type { Live } from '../api/types.ts';
import { closeDialog } from '../app/dialogs.ts';
import { queueTitle, session } from '../app/session.ts';
import { wordsFor } from '../app/toasts.ts';
import { waiting } from '../feed/picture.ts';
import { isWritten } from '../feed/written.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';

/** Hands the customer on to a queue or a number, without asking there first. */
export function TransferDialog({ contact }: { contact: Live }) {
  const [number, setNumber] = useState('');
  const [refusal, setRefusal] = useState<{ text: string; aboutNumber: boolean }>();
  const [busy, setBusy] = useState(false);
  const pressed = useRef<Element>(null);
  const field = useRef<HTMLInputElement>(null);
  const queues = (session.value?.queues ?? []).filter((queue) => queue.id !== contact.queue);

  // What is disabled while the server answers loses the focus.
  useEffect(() => {
    if (refusal?.aboutNumber) field.current?.focus();
    else if (refusal && pressed.current instanceof HTMLElement) pressed.current.focus();
  }, [refusal]);
  const transfer = async (request: () => Promise<unknown>) => {
    pressed.current = document.activeElement;
    setBusy(true);
    setRefusal(undefined);
    try {
      await request();
      closeDialog();
    } catch (error) {
      setRefusal({ text: wordsFor(error), aboutNumber: error instanceof Problem && error.status === 422 });
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('transfer.title')} onClose={closeDialog} testId="transfer-dialog">
      {queues.length > 0 && (
        <section>
          <h3>{t('transfer.toQueue')}</h3>
          <ul class="transfer-queues">
            {queues.map((queue) => (
              <li key={queue.id}>
                <button
                  type="button"
                  class="wide"
                  disabled={busy}
                  data-testid={`transfer-queue-${queue.id}`}
                  onClick={() => void transfer(() => requests.transferToQueue(contact.id, queue.id))}
                >
                  <span>{queueTitle(queue.id)}</span>
                  <span class="secondary">{t('transfer.waiting', { count: waiting.value[queue.id] ?? 0 })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isWritten(contact.channel) && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void transfer(() => requests.transferToNumber(contact.id, number.trim()));
          }}
        >
          <h3>{t('transfer.toNumber')}</h3>
          <div class="field">
            <label for="transfer-number">{t('transfer.number')}</label>
            <span class="field-row">
              <input
                ref={field}
                id="transfer-number"
                type="tel"
                required
                autocomplete="off"
                placeholder="+49 30 1234567"
                data-testid="transfer-number"
                value={number}
                aria-invalid={refusal?.aboutNumber ?? false}
                aria-describedby={refusal ? 'transfer-refusal' : undefined}
                onInput={(event) => setNumber(event.currentTarget.value)}
              />
              <button
                type="submit"
                class="primary"
                disabled={busy || number.trim() === ''}
                data-testid="transfer-submit"
              >
                <Icon name="transfer" />
                {t('transfer.submit')}
              </button>
            </span>
          </div>
        </form>
      )}
      <div role="alert">
        {refusal && (
          <p id="transfer-refusal" class="refusal" data-testid="transfer-problem">
            <Icon name="warning" /> {refusal.text}
          </p>
        )}
      </div>
    </Dialog>
  );
}
