import { KEY_MAP } from '../keys/keyMap.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { t } from '../text/text.ts';
import { closeDialog } from './dialogs.ts';

/** The key map. */
export function HelpDialog() {
  return (
    <Dialog title={t('keys.title')} onClose={closeDialog} testId="help">
      <div class="key-map">
        {KEY_MAP.map((group) => (
          <section key={group.title}>
            <h3>{t(group.title)}</h3>
            <dl>
              {group.entries.map((entry) => (
                <div key={entry.text}>
                  <dt>
                    {entry.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(entry.text)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
