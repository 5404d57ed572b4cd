import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { pulled } from '../api/pulled.ts';
import { wordsFor } from '../app/toasts.ts';
import { taken, took } from '../desktop/followTaken.ts';
import { pulledQueues } from '../feed/picture.ts';
import { NONE, type PulledList, type Step, turn } from './list.ts';
import { oneAtATime, PAGE, readFirst } from './reading.ts';

/** How long an answer to somebody who came too late stands beside its row. */
const TOLD_MS = 6_000;

interface Taking {
  list: PulledList;
  /** What is being taken. */
  taking: string | undefined;
  take: (id: string) => Promise<void>;
  step: (step: Step) => void;
  more: () => void;
  again: () => void;
}

/** The mails of a queue or of all, read again whenever the feed tells of a change; and taking one of them. */
export function useTaking(queue: string | undefined): Taking {
  const [list, step] = useReducer<PulledList, Step>(turn, NONE);
  const shown = useRef<{ queue: string | undefined }>(undefined);
  const wanted = useRef(PAGE);
  const asking = useSignal<string | undefined>(undefined);
  const look = useMemo(
    () =>
      oneAtATime(async () => {
        const now = shown.current;
        try {
          const page = await readFirst(queue, wanted.current);
          if (now !== undefined && shown.current === now) step({ is: 'read', page });
        } catch (error) {
          if (now !== undefined && shown.current === now) step({ is: 'failed', problem: wordsFor(error) });
        }
      }),
    [queue],
  );
  useEffect(() => {
    // An answer about what is no longer asked for says nothing.
    shown.current = { queue };
    wanted.current = PAGE;
    step({ is: 'begin' });
    return () => {
      shown.current = undefined;
    };
  }, [queue]);
  const told = pulledQueues.value;
  useEffect(() => void look(), [look, told]);
  const take = async (id: string) => {
    // Enter twice takes one mail.
    if ((asking.peek() ?? taken.peek()) !== undefined) return;
    asking.value = id;
    step({ is: 'choose', id });
    try {
      await pulled.take(id);
      took(id);
    } catch (error) {
      step({ is: 'refused', id, said: wordsFor(error) });
      setTimeout(() => step({ is: 'told', id }), TOLD_MS);
      void look();
    } finally {
      asking.value = undefined;
    }
  };
  return {
    list,
    taking: asking.value ?? taken.value,
    take,
    step,
    more: () => {
      wanted.current += PAGE;
      void look();
    },
    again: () => void look(),
  };
}
