import { diffLines } from 'diff';
import { useEffect, useState } from 'preact/hooks';
import { type Article, type ArticleText, articles } from '../api/articles.ts';
import { may, zone } from '../app/session.ts';
import { attempt, tellUndoable, wordsFor } from '../app/toasts.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { moment } from '../text/format.ts';
import { t } from '../text/text.ts';
import { withText } from './drafts.ts';

interface Properties {
  article: Article;
  text: ArticleText;
  onChanged: (article: Article) => void;
}

/** All that an article ever said in a language, and what changed since; an earlier version can be brought back. */
export function Versions({ article, text, onChanged }: Properties) {
  const [open, setOpen] = useState(false);
  return (
    <details class="record-part" data-testid="versions-of" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('articleVersions.show')}</summary>
      {open && <Earlier article={article} text={text} onChanged={onChanged} />}
    </details>
  );
}

function Earlier({ article, text, onChanged }: Properties) {
  const [versions, setVersions] = useState<readonly ArticleText[]>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    articles.versions(article.id, text.language).then(
      (page) => here && setVersions(page.items),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [article.id, text.language, asked]);
  if (problem !== undefined) return <Refusal text={problem} again={() => setAsked(asked + 1)} />;
  if (versions === undefined) return <Skeleton lines={2} />;
  const earlier = versions.filter((one) => one.number !== text.number);
  if (earlier.length === 0) return <p class="secondary">{t('articleVersions.only')}</p>;
  const bringBack = async (former: ArticleText) => {
    await attempt(async () => {
      const changed = await articles.change(article.id, article.version, withText(article, former));
      onChanged(changed);
      tellUndoable(t('articleVersions.broughtBack', { date: at(former) }), () => {
        void attempt(async () =>
          onChanged(await articles.change(article.id, changed.version, withText(changed, text))),
        );
      });
    });
  };
  return (
    <ul class="notes">
      {earlier.map((one) => (
        <li key={one.number} data-testid="version">
          <details>
            <summary>
              {t('articleVersions.one', { date: at(one) })} {one.by.name !== '' && `· ${one.by.name} `}
              <span class="secondary">{one.title}</span>
            </summary>
            <Compared former={one} text={text} />
            {may('article.change') && (
              <button type="button" data-testid="bring-back" onClick={() => void bringBack(one)}>
                <Icon name="back" />
                {t('articleVersions.bringBack')}
              </button>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

const at = (text: ArticleText): string => moment(text.at, serverNow(), zone.value);

/** Line by line; marked by sign and word beside the colour. */
function Compared({ former, text }: { former: ArticleText; text: ArticleText }) {
  const changes = diffLines(source(former), source(text));
  const same = changes.every((change) => !change.added && !change.removed);
  return (
    <>
      <p class="secondary">{t(same ? 'articleVersions.same' : 'articleVersions.compared')}</p>
      <div class="compared" lang={text.language} data-testid="compared">
        {changes.map((change, index) => {
          if (change.added) return <ins key={index}>{change.value}</ins>;
          return change.removed ? <del key={index}>{change.value}</del> : <span key={index}>{change.value}</span>;
        })}
      </div>
    </>
  );
}

function source({ title, summary, body }: ArticleText): string {
  return `${[`# ${title}`, summary, body ?? ''].filter((part) => part !== '').join('\n\n')}\n`;
}
