import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { wordsFor } from '../app/toasts.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { removing } from '../records/removal.ts';
import { t } from '../text/text.ts';
import { useBook } from './book.ts';
import { ruleDrafts } from './drafts.ts';
import { type RuleForm, withUnsaved } from './form.ts';
import { TrialFindings } from './TrialFindings.tsx';
import { type Findings, TRIED_MAX, tryRules } from './trying.ts';

interface Properties {
  /** The one that is written; without it all are asked about. */
  rule?: string;
  form?: RuleForm;
}

/** What the rules as they stand, saved or not, would have made of the last mails. */
export function TrialPart({ rule, form }: Properties) {
  const heading = useId();
  const book = useBook();
  const stored = (book.rules ?? []).filter((one) => !removing.value.has(one.id));
  const unsaved = ruleDrafts.forms();
  if (rule !== undefined && form !== undefined) unsaved.set(rule, form);
  const standing = withUnsaved(stored, unsaved);
  const { running, findings, problem, tried, start, stop } = useTrial();
  return (
    <section class="record-part" aria-labelledby={heading} data-testid="trial">
      <h2 id={heading}>{t('trial.title')}</h2>
      <p class="secondary">{t('trial.lead', { mails: TRIED_MAX })}</p>
      <div class="chips">
        <button type="button" data-testid="trial-start" disabled={running} onClick={() => void start(standing)}>
          {t('trial.start', { mails: TRIED_MAX })}
        </button>
        {running && (
          <button type="button" data-testid="trial-stop" onClick={stop}>
            {t('trial.stop')}
          </button>
        )}
      </div>
      {running && (
        <label class="rule-progress secondary">
          <progress max={TRIED_MAX} value={findings?.asked ?? 0} />
          {t('trial.progress', { asked: findings?.asked ?? 0, mails: TRIED_MAX })}
        </label>
      )}
      {problem !== undefined && <Refusal text={problem} again={() => void start(standing)} />}
      {findings !== undefined && (
        <>
          {!running && JSON.stringify(tried) !== JSON.stringify(standing) && (
            <p class="advice" role="status">
              {t('trial.outdated')}
            </p>
          )}
          <TrialFindings found={findings} tried={tried ?? []} running={running} rule={rule} />
        </>
      )}
    </section>
  );
}

/** One at a time; what comes after the page is left, or after another start, is not heard. */
function useTrial() {
  const [running, setRunning] = useState(false);
  const [findings, setFindings] = useState<Findings>();
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState<readonly Rule[]>();
  const number = useRef(0);
  const stop = () => {
    number.current++;
    setRunning(false);
  };
  useEffect(() => stop, []);
  const start = async (standing: readonly Rule[]) => {
    const mine = ++number.current;
    const here = () => number.current === mine;
    setRunning(true);
    setProblem(undefined);
    setFindings(undefined);
    setTried(standing);
    try {
      await tryRules(standing, (found) => {
        if (here()) setFindings(found);
        return here();
      });
    } catch (error) {
      if (here()) setProblem(wordsFor(error));
    }
    if (here()) setRunning(false);
  };
  return { running, findings, problem, tried, start, stop };
}
