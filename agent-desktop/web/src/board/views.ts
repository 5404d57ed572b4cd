import { computed } from '@preact/signals';
import { go, path } from '../app/route.ts';
import { board } from '../feed/picture.ts';

/** The queue whose detail is shown; part of the address. */
export const selectedQueue = computed(() => {
  const wanted = decodeURIComponent(path.value.split('/')[2] ?? '');
  return board.value?.queues.some((row) => row.id === wanted) ? wanted : undefined;
});

export function selectQueue(id: string | undefined): void {
  go(id === undefined ? '/board' : `/board/${encodeURIComponent(id)}`);
}
