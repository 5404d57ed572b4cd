import { computed } from '@preact/signals';
import { go, path } from '../app/route.ts';

/** What the middle of the desktop shows; part of the address, so that a reload and the back button keep it. */
export type View = { is: 'work' } | { is: 'contacts' } | { is: 'customer'; id: string };

export const view = computed<View>(() => {
  const [, first, second] = path.value.split('/');
  if (first === 'customers' && second) return { is: 'customer', id: decodeURIComponent(second) };
  return first === 'history' ? { is: 'contacts' } : { is: 'work' };
});

export const addresses = {
  work: '/',
  contacts: '/history',
  customer: (id: string) => `/customers/${encodeURIComponent(id)}`,
};

export const show = {
  work: () => go(addresses.work),
  contacts: () => go(addresses.contacts),
  customer: (id: string) => go(addresses.customer(id)),
};
