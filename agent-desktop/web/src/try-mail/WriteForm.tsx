import { useEffect, useRef, useState } from 'preact/hooks';
import type { MailAddress } from '../api/mail.ts';
import { type CameBack, tryMail } from '../api/tryMail.ts';
import { wordsFor } from '../app/toasts.ts';
import { quote, replySubject } from '../mail/presets.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { CUSTOMERS } from './customers.ts';

interface Properties {
  mailboxes: readonly MailAddress[];
  /** What is answered; without it, it is a new mail. */
  answered: CameBack | undefined;
  onAnewed: () => void;
  onAddress: (address: string) => void;
  onSent: () => void;
}

/** A customer's mail. */
export function WriteForm({ mailboxes, answered, onAnewed, onAddress, onSent }: Properties) {
  const [who, setWho] = useState(CUSTOMERS[0]?.address ?? '');
  const [me, setMe] = useState<MailAddress>(CUSTOMERS[0] ?? { name: '', address: '' });
  const [to, setTo] = useState(mailboxes[0]?.address ?? '');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ text: string; refused: boolean }>();
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (answered === undefined) return;
    setTo(mailboxes.find((one) => one.address === answered.from.address)?.address ?? to);
    setSubject(replySubject(answered.subject));
    setText(`\n\n${quote(answered.text)}\n`);
    setSaid(undefined);
    area.current?.focus();
  }, [answered]);
  const become = (one: MailAddress) => {
    setMe(one);
    onAddress(one.address.trim());
  };
  const submit = async () => {
    setBusy(true);
    setSaid(undefined);
    try {
      const inReplyTo = answered?.messageId;
      const from = me.address.trim();
      await tryMail.write({
        from,
        name: me.name,
        to,
        subject,
        text,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
      });
      setSubject('');
      setText('');
      setSaid({ text: t('tryMail.sent'), refused: false });
      onSent();
    } catch (error) {
      setSaid({ text: wordsFor(error), refused: true });
    }
    setBusy(false);
  };
  return (
    <form
      class="card"
      data-testid="try-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div class="try-two">
        <label class="field">
          <span>{t('tryMail.you')}</span>
          <select
            data-testid="try-who"
            value={who}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setWho(chosen);
              become(CUSTOMERS.find((one) => one.address === chosen) ?? { name: '', address: '' });
            }}
          >
            {CUSTOMERS.map((one) => (
              <option key={one.address} value={one.address}>
                {one.name}
              </option>
            ))}
            <option value="">{t('tryMail.somebody')}</option>
          </select>
        </label>
        <label class="field">
          <span>{t('tryMail.to')}</span>
          <select data-testid="try-to" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {mailboxes.map((one) => (
              <option key={one.address} value={one.address}>
                {one.name === '' ? one.address : `${one.name} <${one.address}>`}
              </option>
            ))}
          </select>
        </label>
      </div>
      {who === '' && (
        <div class="try-two">
          <label class="field">
            <span>{t('tryMail.name')}</span>
            <input
              maxLength={200}
              data-testid="try-name"
              value={me.name}
              onInput={(event) => setMe({ ...me, name: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{t('tryMail.address')}</span>
            <input
              type="email"
              required
              maxLength={320}
              data-testid="try-address"
              value={me.address}
              onInput={(event) => setMe({ ...me, address: event.currentTarget.value })}
              onChange={() => onAddress(me.address.trim())}
            />
          </label>
        </div>
      )}
      {answered && (
        <p class="secondary">
          {t('tryMail.answers', { subject: answered.subject })}{' '}
          <button type="button" class="small" onClick={onAnewed}>
            {t('tryMail.anew')}
          </button>
        </p>
      )}
      <label class="field">
        <span>{t('tryMail.subject')}</span>
        <input
          required
          maxLength={500}
          data-testid="try-subject"
          value={subject}
          onInput={(event) => setSubject(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('tryMail.text')}</span>
        <textarea
          ref={area}
          required
          maxLength={50_000}
          data-testid="try-text"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="form-end">
        <span class={said?.refused ? 'saved failed' : 'saved'} role="status" data-testid="try-said">
          {said?.text}
        </span>
        <button type="submit" class="primary" disabled={busy || mailboxes.length === 0} data-testid="try-send">
          <Icon name="mail" />
          {t('tryMail.send')}
        </button>
      </div>
    </form>
  );
}
