import type { Case, CaseDraft, Priority } from '../api/cases.ts';
import type { Named } from '../api/types.ts';

/** A case as it stands in a form: text is empty where nothing is known. */
export interface CaseForm {
  subject: string;
  description: string;
  type: string;
  category: string;
  priority: Priority;
  customer: Named | undefined;
  organisation: Named | undefined;
  owner: Named | undefined;
  team: string;
  product: Named | undefined;
  cause: string;
  remedy: string;
}

export type CaseField = keyof CaseForm;

/** The order in which fields are compared and shown. */
export const CASE_FIELDS: readonly CaseField[] = [
  'subject',
  'description',
  'type',
  'category',
  'priority',
  'customer',
  'organisation',
  'owner',
  'team',
  'product',
  'cause',
  'remedy',
];

export function emptyForm(type: string): CaseForm {
  return {
    subject: '',
    description: '',
    type,
    category: '',
    priority: 'NORMAL',
    customer: undefined,
    organisation: undefined,
    owner: undefined,
    team: '',
    product: undefined,
    cause: '',
    remedy: '',
  };
}

export function caseForm(one: Case): CaseForm {
  return {
    subject: one.subject,
    description: one.description,
    type: one.type,
    category: one.category ?? '',
    priority: one.priority,
    customer: one.customer,
    organisation: one.organisation,
    owner: one.owner,
    team: one.team ?? '',
    product: one.product,
    cause: one.cause ?? '',
    remedy: one.remedy ?? '',
  };
}

/** What the server is sent: everything, since what is left out is removed. */
export function caseDraft(form: CaseForm): CaseDraft {
  return {
    type: form.type,
    priority: form.priority,
    subject: form.subject.trim(),
    description: form.description.trim(),
    ...given('category', form.category),
    ...given('customer', form.customer?.id),
    ...given('organisation', form.organisation?.id),
    ...given('owner', form.owner?.id),
    ...given('team', form.team),
    ...given('product', form.product?.id),
    ...given('cause', form.cause),
    ...given('remedy', form.remedy),
  };
}

function given<K extends string>(name: K, value: string | undefined): { [key in K]?: string } {
  const text = value?.trim() ?? '';
  return text === '' ? {} : ({ [name]: text } as { [key in K]?: string });
}
