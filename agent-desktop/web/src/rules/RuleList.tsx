import { useState } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { follow } from '../app/route.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { t, title } from '../text/text.ts';
import { readBook, removeRule, useBook } from './book.ts';
import { formOf, NEW } from './form.ts';
import { inOrder } from './order.ts';
import { RuleTable } from './RuleTable.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { TrialPart } from './TrialPart.tsx';
import { useChanges } from './useChanges.ts';

/** All rules in their order. */
export function RuleList() {
  const { rules, problem } = useBook();
  const [last, setLast] = useState({ focus: '', words: '' });
  const changes = useChanges((focus, words) => setLast({ focus, words }));
  if (changes.met !== undefined) {
    const { read, mine, present } = changes.met;
    return (
      <RuleVersions
        read={formOf(read)}
        mine={mine}
        present={present}
        busy={false}
        onChosen={changes.choose}
        onCancel={changes.giveUp}
      />
    );
  }
  if (rules === undefined) {
    return problem === undefined ? <Skeleton lines={6} /> : <Refusal text={problem} again={() => void readBook()} />;
  }
  const shown = inOrder(rules.filter((one) => !removing.value.has(one.id)));
  const remove = (rule: Rule) =>
    removeSoon(rule.id, t('rules.removed', { title: title(rule.title, rule.id) }), () => removeRule(rule.id));
  return (
    <>
      <p class="secondary">
        {t('rules.lead')} {shown.length > 1 && t('rules.keys')}
      </p>
      {problem !== undefined && <Refusal text={problem} again={() => void readBook()} />}
      <a class="button row-add" href={addresses.rule(NEW)} onClick={follow} data-testid="rule-new">
        <Icon name="plus" />
        {t('rules.new')}
      </a>
      {shown.length === 0 && <p data-testid="rules-empty">{t('rules.empty')}</p>}
      {shown.length > 0 && (
        <>
          <RuleTable rules={shown} last={last} onTurn={changes.turn} onMove={changes.move} onRemove={remove} />
          <TrialPart />
        </>
      )}
      <p class="only-read" role="status">
        {last.words}
      </p>
    </>
  );
}
