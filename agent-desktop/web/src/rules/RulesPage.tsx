import './texts.ts';
import '../look/records.css';
import './rules.css';
import { follow, query } from '../app/route.ts';
import { may } from '../app/session.ts';
import { addresses, view } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t, title } from '../text/text.ts';
import { readBook, useBook } from './book.ts';
import { formOf, newRule } from './form.ts';
import { lastPlace } from './order.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import { copiedTitles } from './titles.ts';

const NEW = 'new';

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
          <h1>{t('rules.title')}</h1>
          <RuleList />
        </>
      ) : (
        <>
          <a class="back" href={addresses.rules} onClick={follow}>
            <Icon name="back" />
            {t('rules.title')}
          </a>
          <One key={shown.id} id={shown.id} copy={query.value.get('copy') ?? undefined} />
        </>
      )}
    </div>
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
