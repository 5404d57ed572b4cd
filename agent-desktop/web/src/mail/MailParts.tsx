import type { ComponentChildren } from 'preact';
import { type Mail, mailAddresses, type Protection } from '../api/mail.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { addressWords, writeAddresses } from './addresses.ts';
import { remarkWords } from './remarkWords.ts';
import { fileIcon, suppressedWords } from './words.ts';

/** From whom to whom, and about what. */
export function WhoLines({ mail }: { mail: Mail }) {
  return (
    <dl class="mail-who">
      <dt>{t('mail.from')}</dt>
      <dd>{mail.from.address === '' ? t('mail.noSender') : addressWords(mail.from)}</dd>
      <dt>{t('mail.to')}</dt>
      <dd>{writeAddresses(mail.to) || '–'}</dd>
      {mail.cc.length > 0 && <dt>{t('mail.cc')}</dt>}
      {mail.cc.length > 0 && <dd>{writeAddresses(mail.cc)}</dd>}
      <dt>{t('mail.subject')}</dt>
      <dd>{mail.subject || t('mail.noSubject')}</dd>
    </dl>
  );
}

/** What its reader should know of it before he believes it. */
export function Remarks({ mail }: { mail: Mail }) {
  const { protection, protectionDetail, problems } = mail.content;
  const suppressed = mail.replies.flatMap((reply) => suppressedWords(reply) ?? []);
  return (
    <ul class="mail-remarks">
      {protection && (
        <Remark icon={isTrusted(protection) ? 'check' : 'warning'} tone={isTrusted(protection) ? 'ready' : 'offered'}>
          {t(`mail.protection.${protection}`)} {protectionDetail && remarkWords(protectionDetail)}
        </Remark>
      )}
      {problems.map((problem) => (
        <Remark key={problem} icon="warning" tone="offered">
          {remarkWords(problem)}
        </Remark>
      ))}
      {mail.note && (
        <Remark icon="warning" tone="offered">
          {remarkWords(mail.note)}
        </Remark>
      )}
      {mail.linked && (
        <Remark icon="link" tone="offered">
          {t('mail.linked')}
        </Remark>
      )}
      {suppressed.map((words) => (
        <Remark key={words} icon="info" tone="break">
          {words}
        </Remark>
      ))}
    </ul>
  );
}

/** Only a signature that was found valid, or what was encrypted for us and could be read. */
const isTrusted = (protection: Protection): boolean => protection === 'SIGNED_VALID' || protection === 'DECRYPTED';

function Remark({ icon, tone, children }: { icon: IconName; tone: string; children: ComponentChildren }) {
  return (
    <li class={`mail-remark tone-${tone}`} data-testid="mail-remark">
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

/** Its files, and its source as it came. What stands inside of its text is not named once more. */
export function Attachments({ mail }: { mail: Mail }) {
  const files = mail.content.attachments.filter((file) => !file.inline);
  return (
    <ul class="mail-files" aria-label={t('mail.files')}>
      {files.map((file) => (
        <li key={file.number}>
          <a
            class="button small"
            href={mailAddresses.file(mail.id, file.number)}
            download={file.name || 'file'}
            data-testid="mail-file"
          >
            <Icon name={fileIcon(file)} />
            <span class="mail-file-name">{file.name || t('mail.unnamed')}</span>
            <span class="secondary">{fileSize(file.size)}</span>
          </a>
        </li>
      ))}
      <li>
        <a class="mail-source secondary" href={mailAddresses.raw(mail.id)} download="mail.eml" data-testid="mail-raw">
          {t('mail.source', { size: fileSize(mail.size) })}
        </a>
      </li>
    </ul>
  );
}
