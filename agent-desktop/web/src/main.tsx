import './look/index.css';
import { render } from 'preact';
import { App } from './app/App.tsx';
import { loadSession } from './app/session.ts';
import { phone } from './app/workplace.ts';
import { listenToKeys } from './keys/keys.ts';
import { applyTheme } from './look/theme.ts';
import { announceLanguage } from './text/text.ts';

declare global {
  interface Window {
    /** Diagnostics: the WebRTC connection of the running call, for its statistics. */
    __ahoy?: { pc(): RTCPeerConnection | undefined };
  }
}

window.__ahoy = { pc: () => phone.peek()?.peer() };
applyTheme();
announceLanguage();
listenToKeys();
void loadSession();
const root = document.getElementById('app');
if (root) render(<App />, root);
