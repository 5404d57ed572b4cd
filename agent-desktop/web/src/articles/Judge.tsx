import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { judge } from './uses.ts';

const KINDS = [
  { kind: 'HELPFUL', icon: 'thumbUp', label: 'article.helpful' },
  { kind: 'NOT_HELPFUL', icon: 'thumbDown', label: 'article.notHelpful' },
] as const;

/** Helpful or not; once for each reading. */
export function Judge({ article, interaction }: { article: string; interaction?: string | undefined }) {
  const [judged, setJudged] = useState<'HELPFUL' | 'NOT_HELPFUL'>();
  return (
    <div class="chips" role="group" aria-label={t('article.judge')}>
      {KINDS.map(({ kind, icon, label }) => (
        <button
          key={kind}
          type="button"
          class="small"
          aria-pressed={judged === kind}
          disabled={judged !== undefined && judged !== kind}
          data-testid={`judge-${kind}`}
          onClick={() => {
            if (judged !== undefined) return;
            setJudged(kind);
            judge(article, kind, interaction, () => setJudged(undefined));
          }}
        >
          <Icon name={icon} />
          {t(label)}
        </button>
      ))}
    </div>
  );
}
