import { t } from '../text/text.ts';
import { CASE_FIELDS, type CaseField, type CaseForm } from './form.ts';
import { categoryPath, teamTitle, typeTitle } from './words.ts';

/** The fields of a case, as people read them. */
export const CASE_WORDS = {
  all: CASE_FIELDS,
  nameOf: (field: CaseField): string => t(`case.${field}`),
  linesOf: (form: CaseForm, field: CaseField): string[] => {
    const text = textOf(form, field);
    return text === '' ? ['–'] : text.split('\n');
  },
};

function textOf(form: CaseForm, field: CaseField): string {
  switch (field) {
    case 'customer':
    case 'organisation':
    case 'owner':
    case 'product':
      return form[field]?.name ?? '';
    case 'type':
      return typeTitle(form.type);
    case 'category':
      return form.category === '' ? '' : categoryPath(form.category);
    case 'team':
      return form.team === '' ? '' : teamTitle(form.team);
    case 'priority':
      return t(`casePriority.${form.priority}`);
    default:
      return form[field];
  }
}
