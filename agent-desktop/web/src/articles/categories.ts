import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { articles, type Category } from '../api/articles.ts';
import { wordsFor } from '../app/toasts.ts';

/** The tree of categories, read anew by each page that shows it, and shared by all. */
const known = signal<{ categories: readonly Category[]; problem?: string }>({ categories: [] });

export async function readCategories(): Promise<void> {
  try {
    known.value = { categories: (await articles.categories()).items };
  } catch (error) {
    known.value = { ...known.peek(), problem: wordsFor(error) };
  }
}

export function useCategories(): { categories: readonly Category[]; problem?: string } {
  useEffect(() => void readCategories(), []);
  return known.value;
}

/** A category and how deep it stands. */
export interface Placed {
  category: Category;
  depth: number;
}

/** Parents before their parts, each group in its order; one whose parent is unknown stands at the top. */
export function inOrder(categories: readonly Category[]): Placed[] {
  const ids = new Set(categories.map((one) => one.id));
  const below = (parent: string | undefined, depth: number): Placed[] =>
    categories
      .filter((one) => (one.parent !== undefined && ids.has(one.parent) ? one.parent : undefined) === parent)
      .sort((one, other) => one.place - other.place)
      .flatMap((category) => [{ category, depth }, ...below(category.id, depth + 1)]);
  return below(undefined, 0);
}
