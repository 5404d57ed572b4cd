import { t, title } from '../text/text.ts';
import type { CannedChoice } from './useCanned.ts';

/** Under the text: the keys stay in there (ARIA pattern: a list that the field's active descendant is in). */
export function CannedList({ id, choice }: { id: string; choice: CannedChoice }) {
  const { found, at, choose } = choice;
  if (found.length === 0) return null;
  return (
    <div class="canned" role="listbox" id={id} aria-label={t('mail.canned')} data-testid="canned">
      {found.map((one, index) => (
        <div
          key={one.id}
          id={`${id}-${index}`}
          ref={(line) => {
            if (index === at) line?.scrollIntoView({ block: 'nearest' });
          }}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          class="canned-item"
          data-testid="canned-item"
          onMouseDown={(event) => {
            event.preventDefault();
            choose(one);
          }}
        >
          <strong>{title(one.title, one.id)}</strong>
          <span class="secondary">/{one.id}</span>
          <span class="canned-begin secondary">{one.text}</span>
        </div>
      ))}
    </div>
  );
}
