import { useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../app/session.ts';
import { phone } from '../app/workplace.ts';
import { feedRoundTrip } from '../feed/feed.ts';
import { seat, seatless } from '../feed/picture.ts';
import { Icon } from '../parts/Icon.tsx';
import type { BrowserPhone } from '../phone/browserPhone.ts';
import { type Verdict, verdict } from '../phone/health.ts';
import { t } from '../text/text.ts';
import { PhonePanel } from './PhonePanel.tsx';

/** How the telephone does, before it hurts; click for more. */
export function PhoneHealth() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: MouseEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('mousedown', closeOutside);
    return () => document.removeEventListener('mousedown', closeOutside);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  if (session.value === undefined || seatless.value) return null;
  const { word, tone } = shortly(phone.value);
  return (
    <div
      class="menu end"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class={`quiet phone-health health-${tone}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${t('phone.title')}: ${word}`}
        title={t('phone.title')}
        data-testid="phone-health"
        data-health={tone}
        onClick={() => setOpen(!open)}
      >
        <Icon name={tone === 'bad' ? 'warning' : 'phone'} />
        <span class="figures">{word}</span>
      </button>
      {open && <PhonePanel onClose={close} />}
    </div>
  );
}

function shortly(made: BrowserPhone | undefined): { word: string; tone: Verdict | 'off' } {
  if (session.value?.voice === false) return { word: t('phone.noVoice'), tone: 'bad' };
  if (seat.value?.device === 'PHONE') {
    return { word: t('phone.desk', { extension: session.value?.agent.extension ?? '' }), tone: 'good' };
  }
  const registration = made?.registration.value ?? 'off';
  if (registration !== 'registered') {
    return {
      word: t(`phone.${registration}`),
      tone: registration === 'connecting' || registration === 'off' ? 'fair' : 'bad',
    };
  }
  const health = made?.health.value ?? {};
  const rttMs = health.rttMs ?? feedRoundTrip.value;
  const word = rttMs === undefined ? t('phone.registered') : t('phone.ms', { ms: rttMs });
  return { word, tone: verdict(health) };
}
