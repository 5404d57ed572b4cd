import { type ConfiguredKind, rules } from '../api/rules.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { type Fields, VersionChoice } from '../records/VersionChoice.tsx';

interface Properties<F> {
  kind: ConfiguredKind;
  present: { id: string; version: number };
  fields: Fields<F>;
  /** What both were made from. */
  read: F;
  mine: F;
  theirs: F;
  busy: boolean;
  onChosen: (merged: F) => void;
  onCancel: () => void;
}

/** Somebody was faster with what is configured: both versions of it. */
export function TwoVersions<F extends object>({ kind, present, ...choice }: Properties<F>) {
  const question = `${present.id} ${present.version}`;
  const { answer, problem, again } = useAnswer(question, () => rules.lastChange(kind, present.id));
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  return answer === undefined ? <Skeleton lines={6} /> : <VersionChoice {...choice} changedAt={answer.at} />;
}
