import { useEffect, useState } from 'preact/hooks';
import { wordsFor } from '../app/toasts.ts';

export interface Answered<T> {
  answer: T | undefined;
  problem: string | undefined;
  again: () => void;
}

/**
 * What the server answers to a question.
 *
 * @param question asked anew when it changes
 */
export function useAnswer<T>(question: string, ask: () => Promise<T>): Answered<T> {
  const [given, setGiven] = useState<{ question: string; answer: T }>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    ask().then(
      (answer) => here && setGiven({ question, answer }),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [question, asked]);
  // While a failed question is asked again, what was answered before stays.
  return { answer: given?.question === question ? given.answer : undefined, problem, again: () => setAsked(asked + 1) };
}
