import { useRef, useState } from 'preact/hooks';
import { type Article, type ArticleFile, articles } from '../api/articles.ts';
import { Problem } from '../api/problem.ts';
import { go, goInstead } from '../app/route.ts';
import { session, zone } from '../app/session.ts';
import { tell } from '../app/toasts.ts';
import { addresses, show } from '../desktop/views.ts';
import { type Refused, refusedBy } from '../records/refused.ts';
import { language, t } from '../text/text.ts';
import { ArticleFields } from './ArticleFields.tsx';
import { ArticleVersions } from './ArticleVersions.tsx';
import { attach } from './attaching.ts';
import { type ArticleForm, formOf, lacking, newForm, toSend } from './form.ts';
import { forgetUnsaved, keepUnsaved, unsavedOf } from './unsaved.ts';

const NEW_PLACE = 'new';
const UTC = 'UTC';

interface Properties {
  /** None: a new one. */
  article?: Article;
  /** Of a new one. */
  title?: string;
  onFiles?: (article: Article) => void;
}

/** Writes an article as a whole; where somebody was faster, both versions are put side by side. */
export function ArticleEditor({ article, title = '', onFiles }: Properties) {
  const place = article?.id ?? NEW_PLACE;
  const here = zone.value ?? UTC;
  const fresh = () =>
    article === undefined ? newForm(language.peek(), title, session.peek()?.agent.id ?? '') : formOf(article, here);
  const [kept, setKept] = useState(() => unsavedOf(place));
  const [form, setForm] = useState<ArticleForm>(() => kept?.form ?? fresh());
  const [read, setRead] = useState(() => ({
    form: kept?.read ?? fresh(),
    version: kept?.version ?? article?.version ?? 0,
  }));
  const [present, setPresent] = useState<Article>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);

  const latest = useRef(form);
  latest.current = form;

  const write = (next: ArticleForm) => {
    latest.current = next;
    setForm(next);
    keepUnsaved(place, { read: read.form, version: read.version, form: next });
  };
  const leave = () => {
    forgetUnsaved(place);
    if (article === undefined) show.articles();
    else show.article(article.id);
  };
  const save = async (wanted: ArticleForm, version: number, base: Article | undefined) => {
    if (wanted.category === '') {
      setRefused({ field: 'category', words: t('editor.missingCategory') });
      return;
    }
    setBusy(true);
    setRefused(undefined);
    setForm(wanted);
    try {
      const draft = toSend(wanted, base, here);
      const saved = article ? await articles.change(article.id, version, draft) : await articles.create(draft);
      forgetUnsaved(place);
      const [first] = wanted.texts;
      tell(article ? t('editor.saved') : t('editor.made', { title: first?.title ?? '' }));
      go(addresses.article(saved.id, first?.language));
    } catch (error) {
      setBusy(false);
      const faster = error instanceof Problem && error.status === 412 && error.present !== undefined;
      setPresent(faster ? (error.present as Article) : undefined);
      if (!faster) setRefused(refusedBy(error));
    }
  };
  /** A file needs an article to belong to: it is made, and seen by colleagues only, until somebody saves what he has written. */
  const makeForFiles = async (files: readonly File[], showPicture: (file: ArticleFile) => void) => {
    const field = lacking(form);
    if (field !== undefined) {
      setRefused({ field, words: t(field === 'category' ? 'files.categoryFirst' : 'files.titleFirst') });
      return;
    }
    setBusy(true);
    setRefused(undefined);
    try {
      const made = await articles.create(toSend({ ...form, audience: 'INTERNAL' }, undefined, here));
      const picture = (await attach(made.id, files)).find((one) => one.picture);
      if (picture) showPicture(picture);
      forgetUnsaved(NEW_PLACE);
      keepUnsaved(made.id, { read: formOf(made, here), version: made.version, form: latest.current });
      tell(t('files.savedFor'));
      goInstead(addresses.editArticle(made.id));
    } catch (error) {
      setBusy(false);
      setRefused(refusedBy(error));
    }
  };
  if (present !== undefined) {
    const theirs = formOf(present, here);
    return (
      <ArticleVersions
        read={read.form}
        mine={form}
        theirs={theirs}
        changedAt={present.changedAt}
        owners={[present.owner, ...(article ? [article.owner] : [])]}
        busy={busy}
        onChosen={(merged) => {
          // From here on the present version is what was read.
          setRead({ form: theirs, version: present.version });
          keepUnsaved(place, { read: theirs, version: present.version, form: merged });
          void save(merged, present.version, present);
        }}
        onCancel={() => setPresent(undefined)}
      />
    );
  }
  return (
    <>
      {kept !== undefined && (
        <p class="banner info inside" role="status">
          {t('editor.unsaved')}
          <button
            type="button"
            class="small"
            data-testid="discard"
            onClick={() => {
              forgetUnsaved(place);
              setKept(undefined);
              setForm(fresh());
              setRead({ form: fresh(), version: article?.version ?? 0 });
            }}
          >
            {t('editor.discard')}
          </button>
        </p>
      )}
      <ArticleFields
        {...(article ? { article } : {})}
        form={form}
        refused={refused}
        busy={busy}
        onChange={write}
        onFiles={onFiles}
        onFirstFiles={(files, showPicture) => void makeForFiles(files, showPicture)}
        onSave={() => void save(form, read.version, article)}
        onCancel={leave}
      />
    </>
  );
}
