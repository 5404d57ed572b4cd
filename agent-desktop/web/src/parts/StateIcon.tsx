import type { SeatState } from '../api/types.ts';

/** Each state has a shape of its own beside its colour: empty, diamond, filled, lined, grey bars. */
export function StateIcon({ state, size = 14 }: { state: SeatState; size?: number }) {
  return (
    <svg
      class={`state-icon tone-${toneOf(state)}`}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {shapeOf(state)}
    </svg>
  );
}

export type Tone = 'ready' | 'offered' | 'contact' | 'wrap' | 'break' | 'error';

export function toneOf(state: SeatState): Tone {
  switch (state) {
    case 'READY':
      return 'ready';
    case 'OFFERED':
    case 'CONNECTING':
      return 'offered';
    case 'ON_CONTACT':
      return 'contact';
    case 'WRAP_UP':
      return 'wrap';
    case 'ON_BREAK':
    case 'SIGNED_OUT':
      return 'break';
  }
}

function shapeOf(state: SeatState) {
  switch (state) {
    case 'READY':
      return <rect class="line" x="2" y="2" width="10" height="10" rx="1.500" />;
    case 'OFFERED':
    case 'CONNECTING':
      return <path class="fill" d="M7 .700L13.300 7 7 13.300 .700 7z" />;
    case 'ON_CONTACT':
      return (
        <>
          <rect class="line" x="1.500" y="1.500" width="11" height="11" rx="1.500" />
          <rect class="fill" x="4.200" y="4.200" width="5.600" height="5.600" rx="0.500" />
        </>
      );
    case 'WRAP_UP':
      return (
        <>
          <rect class="line" x="1.500" y="1.500" width="11" height="11" rx="1.500" />
          <path class="line" d="M4 5h6M4 7.200h6M4 9.400h6" />
        </>
      );
    case 'ON_BREAK':
      return (
        <>
          <rect class="fill" x="3" y="2" width="3" height="10" rx="1" />
          <rect class="fill" x="8" y="2" width="3" height="10" rx="1" />
        </>
      );
    case 'SIGNED_OUT':
      return <circle class="line dashed" cx="7" cy="7" r="5.200" />;
  }
}
