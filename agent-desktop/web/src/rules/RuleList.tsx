import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { follow } from '../app/route.ts';
import { tellProblem } from '../app/toasts.ts';
import { moveFocus } from '../articles/moveFocus.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { t, title } from '../text/text.ts';
import { bookNow, presentOf, putRule, readBook, removeRule, useBook } from './book.ts';
import { draftOf, formOf, NEW, type RuleForm } from './form.ts';
import { inOrder, moved } from './order.ts';
import { RuleLine } from './RuleLine.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { TrialPart } from './TrialPart.tsx';

/** A change that met a faster one. */
interface Met {
  read: Rule;
  mine: RuleForm;
  present: Rule;
}

/** All rules in their order; each change is saved at once, one after the other. */
export function RuleList() {
  const { rules, problem } = useBook();
  const [met, setMet] = useState<Met>();
  const [said, setSaid] = useState('');
  const tail = useRef<Promise<void>>(Promise.resolve());
  const table = useRef<HTMLTableElement>(null);
  const goesTo = useRef<string>(undefined);
  // A row that was moved took the focus out of the page with it.
  useEffect(() => {
    if (goesTo.current === undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(goesTo.current)}"]`)?.focus();
    goesTo.current = undefined;
  });
  const change = async (rule: Rule, wanted: Partial<RuleForm>): Promise<boolean> => {
    const mine = { ...formOf(rule), ...wanted };
    try {
      await putRule(rule.id, draftOf(mine), rule.version);
      return true;
    } catch (error) {
      const present = presentOf<Rule>(error);
      if (present === undefined) {
        tellProblem(error);
        await readBook();
      } else setMet({ read: rule, mine, present });
      return false;
    }
  };
  /** Whoever presses twice means two steps, the second from where the first led. */
  const afterwards = (step: () => Promise<void>) => {
    tail.current = tail.current.then(step);
  };
  const find = (id: string) => bookNow().find((one) => one.id === id);
  const turn = (id: string, enabled: boolean) =>
    afterwards(async () => {
      const rule = find(id);
      if (rule !== undefined) await change(rule, { enabled });
    });
  const move = (id: string, by: 1 | -1, focus: string) =>
    afterwards(async () => {
      const shown = bookNow().filter((one) => !removing.peek().has(one.id));
      const steps = moved(shown, id, by);
      for (const step of steps) {
        const rule = find(step.id);
        if (rule === undefined || !(await change(rule, { place: step.place }))) return;
      }
      if (steps.length === 0) return;
      const order = inOrder(bookNow().filter((one) => !removing.peek().has(one.id)));
      const at = order.findIndex((one) => one.id === id);
      goesTo.current = focus;
      setSaid(t('rules.movedTo', { title: title(order[at]?.title, id), place: at + 1, all: order.length }));
    });
  if (met !== undefined) {
    return (
      <RuleVersions
        read={formOf(met.read)}
        mine={met.mine}
        present={met.present}
        busy={false}
        onChosen={(merged) => {
          setMet(undefined);
          afterwards(async () => void (await change(met.present, merged)));
        }}
        onCancel={() => {
          setMet(undefined);
          void readBook();
        }}
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
        <div class="table-scroll">
          <table ref={table} class="records rule-table" onKeyDown={moveFocus}>
            <thead>
              <tr>
                <th scope="col">{t('rules.place')}</th>
                <th scope="col">{t('rules.when')}</th>
                <th scope="col">{t('rules.then')}</th>
                <th scope="col">{t('rules.on')}</th>
                <th scope="col">{t('rules.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((rule, at) => (
                <RuleLine
                  key={rule.id}
                  rule={rule}
                  number={at + 1}
                  last={at === shown.length - 1}
                  onTurn={(enabled) => turn(rule.id, enabled)}
                  onMove={(by, focus) => move(rule.id, by, focus)}
                  onRemove={() => remove(rule)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="only-read" role="status">
        {said}
      </p>
      {shown.length > 0 && <TrialPart />}
    </>
  );
}
