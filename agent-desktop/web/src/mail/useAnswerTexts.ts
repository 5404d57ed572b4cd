import { useEffect, useState } from 'preact/hooks';
import { type AnswerTexts, mails } from '../api/mail.ts';
import { tellProblem } from '../app/toasts.ts';

const NONE: AnswerTexts = { canned: [], signatures: [] };

/**
 * What can be put into an answer; absent until it is known.
 *
 * @param queue where the mail is now: another has other texts
 * @param wanted whether somebody may write here
 * @param about of a new mail: what has been chosen
 */
export function useAnswerTexts(
  interaction: string,
  queue: string,
  wanted: boolean,
  about: Readonly<Record<string, string>> = {},
): AnswerTexts | undefined {
  const [texts, setTexts] = useState<AnswerTexts>();
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    mails.texts(interaction, about).then(
      (read) => here && setTexts(read),
      (error) => {
        if (!here) return;
        // Whoever answers does without them rather than not at all.
        setTexts(NONE);
        tellProblem(error);
      },
    );
    return () => {
      here = false;
    };
  }, [interaction, queue, wanted, ...Object.values(about)]);
  return texts;
}
