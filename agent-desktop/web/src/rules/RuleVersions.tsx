import type { Rule } from '../api/rules.ts';
import { formOf, RULE_FIELDS, type RuleForm } from './form.ts';
import { TwoVersions } from './TwoVersions.tsx';
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

export function RuleVersions(properties: Properties) {
  return <TwoVersions {...properties} kind="mailRules" fields={FIELDS} theirs={formOf(properties.present)} />;
}
