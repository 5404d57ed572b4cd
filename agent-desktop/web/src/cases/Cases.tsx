import '../look/records.css';
import '../look/cases.css';
import './texts.ts';
import { query } from '../app/route.ts';
import { view } from '../desktop/views.ts';
import { CaseList } from './CaseList.tsx';
import { CasePage } from './CasePage.tsx';
import { NewCase } from './NewCase.tsx';

/** The pages of cases; fetched when the first one is shown. */
export function Cases() {
  const shown = view.value;
  switch (shown.is) {
    case 'case':
      return <CasePage key={shown.id} id={shown.id} />;
    case 'newCase':
      return <NewCase key={query.value.toString()} />;
    case 'cases':
      return <CaseList />;
    case 'work':
    case 'contacts':
    case 'record':
    case 'newRecord':
    case 'records':
      return null;
  }
}
