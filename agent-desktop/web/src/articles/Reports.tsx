import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Article, articles, type Fruitless, type Used } from '../api/articles.ts';
import type { Page } from '../api/types.ts';
import { follow } from '../app/route.ts';
import { zone } from '../app/session.ts';
import { addresses } from '../desktop/views.ts';
import { serverNow } from '../feed/clock.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { count, date, moment } from '../text/format.ts';
import { language, t } from '../text/text.ts';
import { textOf } from './texts.ts';
import { type Answered, useAnswer } from './useAnswer.ts';

const DAYS = [7, 30, 90, 365];
const FIRST = 30;

/** What is due, what nobody finds, and what is read. */
export function Reports() {
  const [days, setDays] = useState(FIRST);
  const review = useAnswer('review', articles.dueForReview);
  const fruitless = useAnswer(`fruitless ${days}`, () => articles.fruitless(days));
  const used = useAnswer(`used ${days}`, () => articles.mostUsed(days));
  return (
    <>
      <Report name="review" title={t('tend.review')} empty={t('tend.noReview')} answered={review}>
        {(items) => <ReviewTable items={items} />}
      </Report>
      <div class="report-days">
        <ChoiceField
          name="days"
          label={t('tend.days')}
          value={String(days)}
          choices={DAYS.map((one) => ({ value: String(one), label: t('tend.daysOf', { count: one }) }))}
          onChange={(value) => setDays(Number(value))}
        />
      </div>
      <Report name="fruitless" title={t('tend.fruitless')} empty={t('tend.noFruitless')} answered={fruitless}>
        {(items) => <FruitlessTable items={items} />}
      </Report>
      <Report name="used" title={t('tend.used')} empty={t('tend.noUsed')} answered={used}>
        {(items) => <UsedTable items={items} />}
      </Report>
    </>
  );
}

interface ReportProperties<T> {
  name: string;
  title: string;
  empty: string;
  answered: Answered<Page<T>>;
  children: (items: readonly T[]) => ComponentChildren;
}

function Report<T>({ name, title, empty, answered: { answer, problem, again }, children }: ReportProperties<T>) {
  const heading = `report-${name}`;
  return (
    <section class="record-part" aria-labelledby={heading} data-testid={heading}>
      <h2 id={heading}>{title}</h2>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {answer === undefined && problem === undefined && <Skeleton lines={3} />}
      {answer?.items.length === 0 && <p class="secondary">{empty}</p>}
      {answer && answer.items.length > 0 && <div class="table-scroll">{children(answer.items)}</div>}
    </section>
  );
}

function ReviewTable({ items }: { items: readonly Article[] }) {
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{t('articles.name')}</th>
          <th scope="col">{t('tend.due')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((article) => {
          const text = textOf(article);
          return (
            <tr key={article.id}>
              <th scope="row">
                <a href={addresses.article(article.id)} onClick={follow} lang={text?.language}>
                  {text?.title ?? t('articles.untitled')}
                </a>
              </th>
              <td>{article.reviewAt && date(article.reviewAt, zone.value)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function FruitlessTable({ items }: { items: readonly Fruitless[] }) {
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{t('tend.query')}</th>
          <th scope="col">{t('tend.times')}</th>
          <th scope="col">{t('tend.last')}</th>
          <th scope="col">
            <span class="only-read">{t('tend.write')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ query, count: times, last }) => (
          <tr key={query}>
            <th scope="row">{query}</th>
            <td class="figures">{count(times)}</td>
            <td>{moment(last, serverNow(), zone.value)}</td>
            <td>
              <a
                href={`${addresses.newArticle}?${new URLSearchParams({ title: query })}`}
                onClick={follow}
                aria-label={`${t('tend.write')}: ${query}`}
              >
                {t('tend.write')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FIGURES = ['opened', 'inserted', 'linked', 'helpful', 'notHelpful'] as const;

function UsedTable({ items }: { items: readonly Used[] }) {
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{t('articles.name')}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col">
              {t(`tend.${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((used) => {
          const [code, title] = titleOf(used.titles);
          return (
            <tr key={used.article} data-testid="used-row">
              <th scope="row">
                <a href={addresses.article(used.article)} onClick={follow} lang={code}>
                  {title ?? t('articles.untitled')}
                </a>
              </th>
              {FIGURES.map((figure) => (
                <td key={figure} class="figures">
                  {count(used[figure])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** In the reader's language, in English, or in whichever there is. */
function titleOf(titles: Used['titles']): [string, string] | [] {
  const all = Object.entries(titles);
  const inLanguage = (wanted: string) => all.find(([code]) => code === wanted || code.startsWith(`${wanted}-`));
  return inLanguage(language.value) ?? inLanguage('en') ?? all[0] ?? [];
}
