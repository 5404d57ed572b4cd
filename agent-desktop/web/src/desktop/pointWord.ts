import type { ContactPoint } from '../api/types.ts';
import { isKey, t } from '../text/text.ts';

/** How a contact point is called: by its label, where that is a common one in the language of the page, else by its kind. */
export function pointWord({ label, kind }: Pick<ContactPoint, 'label' | 'kind'>): string {
  if (label === '') return t(`pointKind.${kind}`);
  const key = `point.${label.toLowerCase()}`;
  return isKey(key) ? t(key) : label;
}
