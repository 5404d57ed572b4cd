import { rules } from '../api/rules.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { language, t, title } from '../text/text.ts';
import { NEW } from './form.ts';
import { TextEditor } from './TextEditor.tsx';
import { newText, textFormOf } from './textForm.ts';

/** One text of mail, or a new one. */
export function TextsPart({ id }: { id: string }) {
  const { answer, problem, again } = useAnswer(id, rules.texts);
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  if (answer === undefined) return <Skeleton lines={8} />;
  const taken = answer.map((one) => one.id);
  if (id === NEW) {
    return (
      <>
        <h1>{t('ruleTexts.add')}</h1>
        <TextEditor place={NEW} fresh={newText(language.peek())} taken={taken} />
      </>
    );
  }
  const found = answer.find((one) => one.id === id);
  if (found === undefined) return <Refusal text={t('ruleTexts.gone')} />;
  return (
    <>
      <h1>{title(found.title, found.id)}</h1>
      <TextEditor place={id} text={found} fresh={textFormOf(found)} taken={taken} />
    </>
  );
}
