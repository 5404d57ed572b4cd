import { type Rule, rules } from '../api/rules.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { VersionChoice } from '../records/VersionChoice.tsx';
import { formOf, RULE_FIELDS, type RuleForm } from './form.ts';
import { fieldLines, fieldName } from './words.ts';

interface Properties {
  /** What both were made from. */
  read: RuleForm;
  mine: RuleForm;
  present: Rule;
  busy: boolean;
  onChosen: (merged: RuleForm) => void;
  onCancel: () => void;
}

const FIELDS = { all: RULE_FIELDS, nameOf: fieldName, linesOf: fieldLines };

/** Somebody was faster with a rule: both versions of it. */
export function TwoVersions({ read, mine, present, busy, onChosen, onCancel }: Properties) {
  const question = `${present.id} ${present.version}`;
  const { answer, problem, again } = useAnswer(question, () => rules.lastChange('mailRules', present.id));
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  if (answer === undefined) return <Skeleton lines={6} />;
  return (
    <VersionChoice
      fields={FIELDS}
      read={read}
      mine={mine}
      theirs={formOf(present)}
      changedAt={answer.at}
      busy={busy}
      onChosen={onChosen}
      onCancel={onCancel}
    />
  );
}
