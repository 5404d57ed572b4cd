import './texts.ts';
import '../look/articles.css';
import '../look/records.css';
import './rules.css';
import { follow, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import type { RulesView } from '../desktop/viewOf.ts';
import { addresses, view } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t, title } from '../text/text.ts';
import { readBook, useBook } from './book.ts';
import { formOf, NEW, newRule } from './form.ts';
import { lastPlace } from './order.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import { TextList } from './TextList.tsx';
import { TextsPart } from './TextsPart.tsx';
import { copiedTitles } from './titles.ts';

/** Where supervisors say what becomes of mails. */
export function RulesPage() {
  const shown = view.value;
  if (shown.is !== 'rules') return null;
  if (!may('configuration.read') || !may('configuration.change')) {
    return (
      <div class="rule-page">
        <h1>{t('rules.title')}</h1>
        <Refusal text={t('rules.notAllowed')} />
      </div>
    );
  }
  return (
    <div class="rule-page" data-testid="rules-page">
      {shown.id === undefined ? (
        <>
          <h1>{t(shown.page === 'texts' ? 'ruleTexts.title' : 'rules.title')}</h1>
          <Tabs here={shown.page} />
          {shown.page === 'texts' ? <TextList /> : <RuleList />}
        </>
      ) : (
        <>
          <a class="back" href={shown.page === 'texts' ? addresses.mailTexts : addresses.rules} onClick={follow}>
            <Icon name="back" />
            {t(shown.page === 'texts' ? 'ruleTexts.title' : 'rules.title')}
          </a>
          {shown.page === 'texts' ? (
            <TextsPart key={shown.id} id={shown.id} />
          ) : (
            <One key={shown.id} id={shown.id} copy={query.value.get('copy') ?? undefined} />
          )}
        </>
      )}
    </div>
  );
}

function Tabs({ here }: { here: RulesView['page'] }) {
  return (
    <nav class="chips" aria-label={t('rules.tabs')}>
      {(['rules', 'texts'] as const).map((page) => (
        <a
          key={page}
          class="button rule-tab"
          href={page === 'texts' ? addresses.mailTexts : addresses.rules}
          onClick={follow}
          aria-current={page === here ? 'page' : undefined}
          data-testid={`tab-${page}`}
        >
          {t(page === 'texts' ? 'rules.texts' : 'rules.rules')}
        </a>
      ))}
    </nav>
  );
}

/** @param copy of a new one: the rule that it begins as */
function One({ id, copy }: { id: string; copy: string | undefined }) {
  const { rules, problem } = useBook();
  if (rules === undefined) {
    return problem === undefined ? <Skeleton lines={8} /> : <Refusal text={problem} again={() => void readBook()} />;
  }
  const found = rules.find((one) => one.id === (id === NEW ? copy : id));
  if (found === undefined && (id !== NEW || copy !== undefined)) return <Refusal text={t('ruleEditor.gone')} />;
  const place = lastPlace(rules);
  if (id !== NEW && found !== undefined) {
    return (
      <>
        <h1>{title(found.title, found.id)}</h1>
        <RuleEditor place={id} rule={found} fresh={formOf(found)} />
      </>
    );
  }
  const fresh = found === undefined ? newRule(place) : { ...formOf(found), ...copiedTitles(found.title), place };
  return (
    <>
      <h1>{t('ruleEditor.new')}</h1>
      <RuleEditor place={copy === undefined ? NEW : `${NEW}/${copy}`} fresh={fresh} />
    </>
  );
}
