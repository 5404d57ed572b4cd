import { dismiss, toasts } from '../app/toasts.ts';
import { t } from '../text/text.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

/** What happened or was refused; read out by screen readers, gone by itself. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.kind}`} data-testid={`toast-${toast.kind}`}>
          <Icon name={toast.kind === 'error' ? 'warning' : 'info'} />
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              data-testid="undo"
              onClick={() => {
                dismiss(toast.id);
                toast.undo?.();
              }}
            >
              {t('action.undo')}
              <Kbd>U</Kbd>
            </button>
          )}
          <button type="button" class="quiet square" aria-label={t('action.dismiss')} onClick={() => dismiss(toast.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
