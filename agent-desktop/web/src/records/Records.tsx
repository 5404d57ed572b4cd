import '../look/records.css';
import { view } from '../desktop/views.ts';
import { NewRecord } from './NewRecord.tsx';
import { RecordList } from './RecordList.tsx';
import { RecordPage } from './RecordPage.tsx';

/** The pages of people and organisations; fetched when the first one is shown. */
export function Records() {
  const shown = view.value;
  switch (shown.is) {
    case 'record':
      return <RecordPage key={shown.id} kind={shown.kind} id={shown.id} />;
    case 'newRecord':
      return <NewRecord key={shown.kind} kind={shown.kind} />;
    case 'records':
      return <RecordList key={shown.kind} kind={shown.kind} />;
    case 'articles':
    case 'work':
    case 'contacts':
    case 'case':
    case 'newCase':
    case 'cases':
      return null;
  }
}
