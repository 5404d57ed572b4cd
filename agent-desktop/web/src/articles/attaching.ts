import { signal } from '@preact/signals';
import { type ArticleFile, articles } from '../api/articles.ts';
import { attempt, tell } from '../app/toasts.ts';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';

/** Bytes; the server's own limit. */
const SIZE_MAX = 20 * 1024 * 1024;

/** The name of the file that is on its way. */
export const attaching = signal<string | undefined>(undefined);

/** One after the other; what is refused is told, and the rest goes on. */
export async function attach(article: string, files: readonly File[]): Promise<ArticleFile[]> {
  const attached: ArticleFile[] = [];
  for (const file of files) {
    if (file.size > SIZE_MAX) {
      tell(t('files.tooLarge', { name: file.name, max: fileSize(SIZE_MAX) }), 'error');
      continue;
    }
    attaching.value = file.name;
    await attempt(async () => attached.push(await articles.attach(article, file)));
  }
  attaching.value = undefined;
  return attached;
}
