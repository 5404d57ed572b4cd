import { useRef, useState } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { tellProblem } from '../app/toasts.ts';
import { removing } from '../records/removal.ts';
import { t, title } from '../text/text.ts';
import { bookNow, presentOf, putRule, readBook } from './book.ts';
import { draftOf, formOf, type RuleForm } from './form.ts';
import { inOrder, moved } from './order.ts';

/** A change that met a faster one. */
export interface Met {
  read: Rule;
  mine: RuleForm;
  present: Rule;
}

/**
 * What is done to rules in the list: each change is saved at once, one after the other.
 *
 * @param onMoved called when a rule stands elsewhere, with what is to be said about it
 */
export function useChanges(onMoved: (focus: string, words: string) => void) {
  const [met, setMet] = useState<Met>();
  const tail = useRef<Promise<void>>(Promise.resolve());
  /** Whoever presses twice means two steps, the second from where the first led. */
  const afterwards = (step: () => Promise<unknown>) => {
    tail.current = tail.current.then(async () => void (await step()));
  };
  const change = async (rule: Rule | undefined, wanted: Partial<RuleForm>): Promise<boolean> => {
    if (rule === undefined) return false;
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
  const move = async (id: string, by: 1 | -1, focus: string) => {
    const steps = moved(shownNow(), id, by);
    for (const { id: other, place } of steps) if (!(await change(find(other), { place }))) return;
    if (steps.length === 0) return;
    const order = inOrder(shownNow());
    const at = order.findIndex((one) => one.id === id);
    onMoved(focus, t('rules.movedTo', { title: title(order[at]?.title, id), place: at + 1, all: order.length }));
  };
  return {
    met,
    turn: (id: string, enabled: boolean) => afterwards(() => change(find(id), { enabled })),
    /** @param focus which control has it afterwards */
    move: (id: string, by: 1 | -1, focus: string) => afterwards(() => move(id, by, focus)),
    choose: (merged: RuleForm) => {
      setMet(undefined);
      afterwards(() => change(met?.present, merged));
    },
    giveUp: () => {
      setMet(undefined);
      void readBook();
    },
  };
}

const find = (id: string) => bookNow().find((one) => one.id === id);
const shownNow = () => bookNow().filter((one) => !removing.peek().has(one.id));
