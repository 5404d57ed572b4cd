import '../look/base.css';
import './contact.css';
import { render } from 'preact';
import { applyTheme } from '../look/theme.ts';
import { announceLanguage } from '../text/text.ts';
import { ContactApp } from './ContactApp.tsx';
import { call } from './guestCall.ts';

declare global {
  interface Window {
    /** Diagnostics: the WebRTC connection of the running call, for its statistics. */
    __ahoy?: { pc(): RTCPeerConnection | undefined };
  }
}

window.__ahoy = { pc: () => call.peer() };
applyTheme();
announceLanguage();
const root = document.getElementById('app');
if (root) render(<ContactApp />, root);
