import type { Category } from '../api/articles.ts';
import { title } from '../text/text.ts';
import { inOrder } from './categories.ts';

/** As choices of a field: parts stand indented below what they are part of. */
export function categoryChoices(categories: readonly Category[]): { value: string; label: string }[] {
  return inOrder(categories).map(({ category, depth }) => ({
    value: category.id,
    label: '\u2003'.repeat(depth) + title(category.title, category.id),
  }));
}
