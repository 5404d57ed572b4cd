/** English: the way to the mails that wait to be taken; the rest comes with their page. */
export const enPulled = {
  'pulled.title': 'Mail to take',
  'pulled.waiting': { one: '{count} waits', other: '{count} wait' },
  'pulled.oldest': 'oldest for',
  'pulled.none': 'Nothing waits',

  'keys.pulled': 'Mail to take',
  'keys.pulledMove': 'Choose a mail',
  'keys.pulledTake': 'Take it',
  'keys.pulledOldest': 'Take the oldest',
  'keys.pulledList': 'Mail to take',
} as const satisfies Record<string, string | { one?: string; other: string }>;
