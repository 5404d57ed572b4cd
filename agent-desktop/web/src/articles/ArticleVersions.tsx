import { diffLines } from 'diff';
import type { Instant, Named } from '../api/types.ts';
import { VersionChoice } from '../records/VersionChoice.tsx';
import { languageName } from '../text/format.ts';
import { isKey, t, title } from '../text/text.ts';
import { useCategories } from './categories.ts';
import type { ArticleForm } from './form.ts';
import { keysOf, type OneByOne, oneByOne, placeOf, together } from './oneByOne.ts';
import { ownerName } from './owners.ts';

interface Properties {
  read: ArticleForm;
  mine: ArticleForm;
  theirs: ArticleForm;
  changedAt: Instant;
  /** Who owned it in one version or another. */
  owners: readonly Named[];
  busy: boolean;
  onChosen: (merged: ArticleForm) => void;
  onCancel: () => void;
}

/** Two who changed an article at once. */
export function ArticleVersions({ read, mine, theirs, owners, onChosen, ...others }: Properties) {
  const { categories } = useCategories();
  const keys = keysOf(mine, theirs);
  const [my, their] = [oneByOne(mine, keys), oneByOne(theirs, keys)];
  const linesOf = (form: OneByOne, key: string): string[] => {
    const own = form[key] ?? '';
    switch (placeOf(key).field) {
      case 'body':
        return lines(differing(own, (form === my ? their : my)[key] ?? ''));
      case 'category':
        return lines(own === '' ? '' : title(categories.find((one) => one.id === own)?.title, own));
      case 'owner':
        return lines(own === '' ? '' : ownerName(own, owners));
      case 'audience': {
        const word = `audience.${own}`;
        return lines(isKey(word) ? t(word) : own);
      }
      default:
        return lines(own);
    }
  };
  return (
    <VersionChoice
      fields={{ all: keys, nameOf, linesOf }}
      read={oneByOne(read, keys)}
      mine={my}
      theirs={their}
      onChosen={(merged) => onChosen(together(merged))}
      {...others}
    />
  );
}

function nameOf(key: string): string {
  const place = placeOf(key);
  if ('language' in place) return t(`conflict.field.${place.field}`, { language: languageName(place.language) });
  switch (place.field) {
    case 'owner':
      return t('record.owner');
    case 'reviewAt':
    case 'expiresAt':
      return t(`editor.${place.field}`);
    case 'category':
    case 'audience':
      return t(`conflict.field.${place.field}`);
  }
}

function lines(text: string): string[] {
  return text.trim() === '' ? [t('conflict.field.none')] : text.split('\n');
}

/** Of a long text only the lines that are not the same on the other side. */
function differing(own: string, other: string): string {
  return diffLines(other, own)
    .filter((change) => change.added)
    .map((change) => change.value)
    .join('…\n');
}
