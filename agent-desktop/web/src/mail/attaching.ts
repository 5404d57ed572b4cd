import { signal } from '@preact/signals';
import { type Mail, type MailFile, mailAddresses, mails } from '../api/mail.ts';
import { attempt, tell } from '../app/toasts.ts';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { change, writings } from './writing.ts';

/** Bytes; the server's own limit. */
const SIZE_MAX = 25 * 1024 * 1024;

/** The file that is on its way, and how many of how many it is. */
export const attaching = signal<{ name: string; number: number; of: number } | undefined>(undefined);

/** One after the other; what is refused is told, and the rest goes on. */
export async function attach(interaction: string, files: readonly File[]): Promise<void> {
  for (const [at, file] of files.entries()) {
    if (file.size > SIZE_MAX) {
      tell(t('files.tooLarge', { name: file.name, max: fileSize(SIZE_MAX) }), 'error');
      continue;
    }
    attaching.value = { name: file.name, number: at + 1, of: files.length };
    await attempt(async () => add(interaction, await mails.attach(file, file.name)));
  }
  attaching.value = undefined;
}

/** The files of a mail that is passed on, fetched and attached anew. */
export async function bringAlong(interaction: string, mail: Mail): Promise<void> {
  const files = mail.content.attachments.filter((file) => !file.inline && file.within === undefined);
  for (const [at, file] of files.entries()) {
    const { name, mediaType, size, number } = file;
    if (!mail.incoming) {
      add(interaction, { name, mediaType, size, sha256: number });
      continue;
    }
    attaching.value = { name, number: at + 1, of: files.length };
    await attempt(async () => {
      const response = await fetch(mailAddresses.file(mail.id, number), { credentials: 'same-origin' });
      if (!response.ok) throw new Error(t('mail.notBrought', { name }));
      add(interaction, await mails.attach(await response.blob(), name || 'file'));
    });
  }
  attaching.value = undefined;
}

export function detach(interaction: string, gone: MailFile): void {
  const files = writings.peek()[interaction]?.files ?? [];
  change(interaction, { files: files.filter((file) => file !== gone) });
}

function add(interaction: string, file: MailFile): void {
  change(interaction, { files: [...(writings.peek()[interaction]?.files ?? []), file] });
}
