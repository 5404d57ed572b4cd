import '../look/base.css';
import '../contact/contact.css';
import '../mail/texts.ts';
import './tryMail.css';
import { render } from 'preact';
import { applyTheme } from '../look/theme.ts';
import { announceLanguage } from '../text/text.ts';
import { TryMailApp } from './TryMailApp.tsx';

applyTheme();
announceLanguage();
const root = document.getElementById('app');
if (root) render(<TryMailApp />, root);
