import { useRef } from 'preact/hooks';
import { type Article, type ArticleFile, articles } from '../api/articles.ts';
import { may } from '../app/session.ts';
import { tell } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { fileSize } from '../text/format.ts';
import { t } from '../text/text.ts';
import { attach, attaching } from './attaching.ts';

interface Properties {
  article: Article;
  onChanged: (article: Article) => void;
  /** Shows a picture where the text is being written. */
  onShow?: (file: ArticleFile) => void;
}

/** What is attached to an article. It belongs to the article as it is now, not to one of its versions. */
export function FileList({ article, onChanged, onShow }: Properties) {
  const mayChange = may('article.change');
  const shown = article.files.filter((file) => !removing.value.has(file.id));
  const add = async (files: readonly File[]) => {
    const attached = await attach(article.id, files);
    if (attached.length === 0) return;
    onChanged({ ...article, files: [...article.files, ...attached] });
    for (const file of attached) tell(t('files.attached', { name: file.name }));
  };
  return (
    <section class="record-part" aria-labelledby="files-title" data-testid="files">
      <h2 id="files-title">{t('files.title')}</h2>
      {shown.length === 0 && <p class="secondary">{t('files.none')}</p>}
      {shown.length > 0 && (
        <ul class="members">
          {shown.map((file) => (
            <li key={file.id} data-testid="file">
              {file.picture && <img class="file-picture" src={file.address} alt="" />}
              <a href={file.address} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              <span class="secondary">
                {file.mediaType} · {fileSize(file.size)}
              </span>
              <span class="note-actions">
                {onShow && file.picture && (
                  <button type="button" class="small" data-testid="file-show" onClick={() => onShow(file)}>
                    {t('files.show')}
                  </button>
                )}
                {mayChange && (
                  <button
                    type="button"
                    class="quiet square small"
                    aria-label={t('choice.remove', { name: file.name })}
                    data-testid="file-remove"
                    onClick={() =>
                      removeSoon(file.id, t('files.removed', { name: file.name }), () => articles.detach(file.id))
                    }
                  >
                    <Icon name="bin" />
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayChange && <AttachButton onFiles={(files) => void add(files)} />}
    </section>
  );
}

export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const now = attaching.value;
  return (
    <div class="chips">
      <button type="button" disabled={now !== undefined} data-testid="attach" onClick={() => field.current?.click()}>
        <Icon name="upload" />
        {t('files.attach')}
      </button>
      {now !== undefined && (
        <span class="secondary" role="status">
          {t('files.attaching', { name: now })}
        </span>
      )}
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-testid="attach-files"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
