import { useState } from 'preact/hooks';
import { type Mail, mailAddresses } from '../api/mail.ts';
import { oneOf, setting } from '../app/setting.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';

/** As text, where what is new stands apart from what is quoted; or as its sender laid it out. */
const shownAs = setting<'text' | 'html'>('mail.shownAs', 'text', oneOf<'text' | 'html'>('text', 'html'));

export function MailBody({ mail }: { mail: Mail }) {
  const { html, layout, text } = mail.content;
  if (html === undefined && layout === undefined) return <Text mail={mail} />;
  const laidOut = shownAs.value === 'html' || text.trim() === '';
  return (
    <>
      <div class="mail-switch">
        <button
          type="button"
          class="small"
          aria-pressed={laidOut}
          data-testid="mail-as-html"
          onClick={() => {
            shownAs.value = laidOut ? 'text' : 'html';
          }}
        >
          {t('mail.asHtml')}
        </button>
      </div>
      {laidOut ? <LaidOut mail={mail} /> : <Text mail={mail} />}
    </>
  );
}

function Text({ mail }: { mail: Mail }) {
  const { text, quoted, signature, language } = mail.content;
  const lang = language === undefined ? {} : { lang: language };
  return (
    <div class="mail-text" dir="auto" {...lang} data-testid="mail-text">
      <p>{text.trim() || <span class="secondary">{t('mail.empty')}</span>}</p>
      {signature.trim() !== '' && <p class="mail-signature">{signature.trim()}</p>}
      {quoted.trim() !== '' && (
        <details class="mail-quoted" data-testid="mail-quoted">
          <summary aria-label={t('mail.quoted')} title={t('mail.quoted')}>
            …
          </summary>
          <p>{quoted.trim()}</p>
        </details>
      )}
    </div>
  );
}

/**
 * In a frame of its own, where nothing runs and nothing but pictures of the mail itself is loaded. The server's policy for it is
 * stricter than this page's, which a document written into the frame would have instead.
 */
function LaidOut({ mail }: { mail: Mail }) {
  const [remote, setRemote] = useState(false);
  const { html, layout } = mail.content;
  const held = layout?.asksOthers ?? html?.includes('data-remote-src') ?? false;
  return (
    <>
      {held && !remote && (
        <p class="mail-remark tone-break">
          <Icon name="info" />
          <span>{t('mail.remoteHeld')}</span>
          <button type="button" class="small" data-testid="mail-remote" onClick={() => setRemote(true)}>
            {t('mail.remoteShow')}
          </button>
        </p>
      )}
      <iframe
        class="mail-frame"
        title={t('mail.frame', { subject: mail.subject || t('mail.noSubject') })}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={mailAddresses.page(mail.id, remote)}
        data-testid="mail-frame"
      />
    </>
  );
}
