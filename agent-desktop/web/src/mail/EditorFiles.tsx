import { useRef } from 'preact/hooks';
import type { MailFile } from '../api/mail.ts';
import { Icon } from '../parts/Icon.tsx';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { attach, attaching, detach } from './attaching.ts';
import { fileIcon } from './words.ts';

interface Properties {
  interaction: string;
  files: readonly MailFile[];
}

/** What goes along: by the button, by dropping it on the editor, or by pasting it. */
export function EditorFiles({ interaction, files }: Properties) {
  const field = useRef<HTMLInputElement>(null);
  const now = attaching.value;
  return (
    <div class="mail-files">
      {files.map((file, at) => (
        <span key={`${at} ${file.sha256}`} class="chip" data-testid="mail-attached">
          <Icon name={fileIcon(file)} />
          {file.name}
          <span class="secondary">{fileSize(file.size)}</span>
          <button
            type="button"
            class="quiet square small"
            aria-label={t('choice.remove', { name: file.name })}
            data-testid="mail-detach"
            onClick={() => detach(interaction, file)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <button
        type="button"
        class="small"
        disabled={now !== undefined}
        data-testid="mail-attach"
        onClick={() => field.current?.click()}
      >
        <Icon name="upload" />
        {t('files.attach')}
      </button>
      {now !== undefined && (
        <span class="secondary" role="status">
          {t('mail.attaching', { name: now.name, number: now.number, of: now.of })} <progress aria-hidden="true" />
        </span>
      )}
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-testid="mail-attach-files"
        onChange={(event) => {
          void attach(interaction, [...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
