export type IconName = keyof typeof SHAPES;

/** Drawn on a grid of 16, in the colour of the text beside it; never the only carrier of a meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}

const SHAPES = {
  phone:
    'M3.2 2.5h2.1l1.2 3-1.6 1.2a8 8 0 0 0 4.4 4.4l1.2-1.6 3 1.2v2.1a1.2 1.2 0 0 1-1.3 1.2A11 11 0 0 1 2 3.8 1.2 1.2 0 0 1 3.2 2.5z',
  hangUp: 'M1.8 9.2c3.6-3.2 8.8-3.2 12.4 0l-1.5 2-2.5-.900V8.6a8 8 0 0 0-4.4 0v1.7l-2.5.900z',
  microphone: 'M8 1.8a2 2 0 0 0-2 2v4a2 2 0 0 0 4 0v-4a2 2 0 0 0-2-2zM3.8 7.8a4.2 4.2 0 0 0 8.4 0M8 12v2.2',
  muted:
    'M6 6v1.8a2 2 0 0 0 3.3 1.5M10 7.2V3.8a2 2 0 0 0-3.9-.600M3.8 7.8a4.2 4.2 0 0 0 6.7 3.4M12.2 7.8a4 4 0 0 1-.300 1.5M8 12v2.2M2.5 2l11 12',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6l7.5-4.8z',
  transfer: 'M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3',
  keypad: 'M4 3.5h.010M8 3.5h.010M12 3.5h.010M4 8h.010M8 8h.010M12 8h.010M4 12.5h.010M8 12.5h.010M12 12.5h.010',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.5 3.5',
  user: 'M8 2.3a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM2.8 13.7a5.2 5.2 0 0 1 10.4 0',
  star: 'M8 2l1.8 3.8 4.2.500-3.1 2.9.800 4.1L8 11.3l-3.7 2 .800-4.1L2 6.3l4.2-.500z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.5',
  check: 'M3 8.5l3.3 3.3L13 4.7',
  close: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3.3M8 11.7v.010',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.3v3.7M8 5v.010',
  down: 'M4 6l4 4 4-4',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  globe: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c-4.4 4-4.4 8 0 12M8 2c4.4 4 4.4 8 0 12',
  sun: 'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM8 1.3v1.4M8 13.3v1.4M1.3 8h1.4M13.3 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M12.7 3.3l-1 1M4.3 11.7l-1 1',
  contrast: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M10 2.6v10.8M12 3.8v8.4',
  moon: 'M13.3 9.7A5.8 5.8 0 0 1 6.3 2.7a5.8 5.8 0 1 0 7 7z',
  screen: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  board: 'M2.5 13.5v-5M6.2 13.5v-11M9.8 13.5v-7M13.5 13.5V5',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.010M2.5 8h.010M2.5 12h.010',
  table: 'M2 3h12v10H2zM2 6.3h12M2 9.7h12M6.5 3v10',
  pencil: 'M3 13l.700-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7L11.3 7',
  sound: 'M2.5 6v4H5l3.5 3V3L5 6zM10.8 5.8a3 3 0 0 1 0 4.4M12.5 4a5.6 5.6 0 0 1 0 8',
  mail: 'M2 3.5h12v9H2zM2.3 4l5.7 4.5L13.7 4',
  fax: 'M4.5 6V2.5h7V6M2.5 6h11v6h-11zM5 9h3',
  chat: 'M2.5 3h11v7.5H8L5 13.3v-2.8H2.5z',
  callback: 'M10 2.5H6M6 2.5L8 .800M6 2.5l2 1.7M3.2 5.5h2l1 2.5-1.3 1a6.5 6.5 0 0 0 3.3 3.3l1-1.3 2.5 1v2',
  help: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.3 6.3a1.7 1.7 0 1 1 2.4 1.6c-.500.2-.700.5-.700 1.1M8 11v.010',
  out: 'M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6',
  first: 'M3 2.5h10M8 13.5v-8M4.5 8.5L8 5l3.5 3.5',
  building: 'M3 13.5V2.5h6v11M9 6h4v7.5M1.5 13.5h13M5.2 5h1.6M5.2 7.7h1.6M5.2 10.4h1.6',
  case: 'M2 5.5h12v8H2zM5.8 5.5V3h4.4v2.5M2 9h12',
  plus: 'M8 3v10M3 8h10',
  bin: 'M2.5 4.2h11M6.2 4V2.3h3.6V4M4 4.2l.700 9.5h6.6l.700-9.5M6.7 7v4M9.3 7v4',
  ban: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.8l8.4 8.4',
  more: 'M3.5 8h.010M8 8h.010M12.5 8h.010',
} as const;
