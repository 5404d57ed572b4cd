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
      return <rect class="line" x="2" y="2" width="10" height="10" rx="1.5" />;
    case 'OFFERED':
    case 'CONNECTING':
      return <path class="fill" d="M7 .700L13.3 7 7 13.3 .700 7z" />;
    case 'ON_CONTACT':
      return (
        <>
          <rect class="line" x="1.5" y="1.5" width="11" height="11" rx="1.5" />
          <rect class="fill" x="4.2" y="4.2" width="5.6" height="5.6" rx="0.5" />
        </>
      );
    case 'WRAP_UP':
      return (
        <>
          <rect class="line" x="1.5" y="1.5" width="11" height="11" rx="1.5" />
          <path class="line" d="M4 5h6M4 7.2h6M4 9.4h6" />
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
      return <circle class="line dashed" cx="7" cy="7" r="5.2" />;
  }
}
