import type { CameBack } from '../api/tryMail.ts';
import { Icon } from '../parts/Icon.tsx';
import { fullTime, moment } from '../text/format.ts';
import { t } from '../text/text.ts';

interface Properties {
  mails: readonly CameBack[];
  address: string;
  onAnswer: (mail: CameBack) => void;
}

/** What came back, newest first. */
export function Came({ mails, address, onAnswer }: Properties) {
  const newestFirst = [...mails].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section class="try-came" aria-labelledby="came-title">
      <h2 id="came-title">{t('tryMail.came', { address })}</h2>
      {mails.length === 0 && (
        <p class="secondary" role="status">
          {t('tryMail.nothing')}
        </p>
      )}
      {newestFirst.map((mail) => (
        <article key={mail.messageId ?? mail.at} class="card" data-testid="try-came">
          <h3>
            {mail.from.name || mail.from.address} · <time title={fullTime(mail.at)}>{moment(mail.at, Date.now())}</time>
          </h3>
          <strong>{mail.subject}</strong>
          <p class="mail-text" dir="auto">
            {mail.text.trim()}
          </p>
          <button type="button" class="small" data-testid="try-answer" onClick={() => onAnswer(mail)}>
            <Icon name="back" />
            {t('tryMail.answer')}
          </button>
        </article>
      ))}
    </section>
  );
}
