import { live, seat } from '../feed/picture.ts';
import { Later } from '../parts/Later.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { ContactView } from './ContactView.tsx';
import { History } from './History.tsx';
import { Idle } from './Idle.tsx';
import { view } from './views.ts';

const loadArticles = () => import('../articles/ArticlePages.tsx').then((module) => module.ArticlePages);
const loadRecords = () => import('../records/Records.tsx').then((module) => module.Records);
const loadMail = () => import('../mail/MailPage.tsx').then((module) => module.MailPage);
const loadPulled = () => import('../pulled/PulledPage.tsx').then((module) => module.PulledPage);
const loadReports = () => import('../reports/ReportsPage.tsx').then((module) => module.ReportsPage);
const loadRules = () => import('../rules/RulesPage.tsx').then((module) => module.RulesPage);
const loadCases = () => import('../cases/Cases.tsx').then((module) => module.Cases);

/** The middle column, by the address and by what the agent is on. */
export function Centre() {
  const shown = view.value;
  switch (shown.is) {
    case 'contacts':
      return <History />;
    case 'record':
    case 'newRecord':
    case 'records':
      return <Later load={loadRecords} />;
    case 'case':
    case 'newCase':
    case 'cases':
      return <Later load={loadCases} />;
    case 'articles':
      return <Later load={loadArticles} />;
    case 'mail':
      return <Later load={loadMail} />;
    case 'pulled':
      return <Later load={loadPulled} />;
    case 'reports':
      return <Later load={loadReports} />;
    case 'rules':
      return <Later load={loadRules} />;
    case 'work':
      return <Work />;
  }
}

function Work() {
  const now = seat.value;
  const contact = live.value;
  const busy = now?.state === 'ON_CONTACT' || now?.state === 'WRAP_UP';
  if (!busy) return <Idle />;
  return contact === undefined ? <Skeleton lines={6} /> : <ContactView key={contact.id} now={now} contact={contact} />;
}
