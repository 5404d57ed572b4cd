import type { Rule, Trial } from '../api/rules.ts';
import { zone } from '../app/session.ts';
import { serverNow } from '../feed/clock.ts';
import { moment } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import { elsewhere, type Findings, failures, matching } from './trying.ts';
import { decidedWords } from './words.ts';

interface Properties {
  found: Findings;
  tried: readonly Rule[];
  running: boolean;
  /** Only this one is asked about. */
  rule: string | undefined;
}

/** How many match, and the mails of which something else would become. */
export function TrialFindings({ found, tried, running, rule }: Properties) {
  const { trials } = found;
  if (trials.length === 0) return running ? null : <p data-testid="trial-none">{t('trial.none')}</p>;
  const nameOf = (id: string) => title(tried.find((one) => one.id === id)?.title) || t('trial.newRule');
  const changed = elsewhere(trials);
  const matches = { count: matching(trials, rule).length, mails: trials.length };
  return (
    <>
      <p role="status" data-testid="trial-summary">
        {t(rule === undefined ? 'trial.matchAny' : 'trial.matchThis', matches)}{' '}
        {changed.length === 0 ? t('trial.same') : t('trial.elsewhere', { count: changed.length })}
      </p>
      {failures(trials).map((failure) => (
        <p key={failure.rule} class="refusal" data-testid="trial-failed">
          {t('trial.failed', { rule: nameOf(failure.rule), count: failure.mails, why: failure.why })}
        </p>
      ))}
      {changed.length > 0 && (
        <div class="table-scroll">
          <table class="records" data-testid="trial-table">
            <thead>
              <tr>
                <th scope="col">{t('trial.at')}</th>
                <th scope="col">{t('trial.from')}</th>
                <th scope="col">{t('trial.subject')}</th>
                <th scope="col">{t('trial.change')}</th>
                <th scope="col">{t('trial.rule')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map((trial) => (
                <Row key={trial.mail} trial={trial} nameOf={nameOf} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ trial, nameOf }: { trial: Trial; nameOf: (rule: string) => string }) {
  const { at, from, subject, now, before, differs } = trial;
  return (
    <tr data-testid="trial-row">
      <td class="figures">{moment(at, serverNow(), zone.value)}</td>
      <td>{from.name || from.address}</td>
      <td>{subject}</td>
      <td>
        {before !== undefined &&
          differs.map((field) => (
            <span key={field} class="rule-change">
              {t('trial.changed', { before: decidedWords(before, field), now: decidedWords(now, field) })}
            </span>
          ))}
      </td>
      <td>{now.rules.length === 0 ? t('trial.noRule') : now.rules.map(nameOf).join(t('rules.comma'))}</td>
    </tr>
  );
}
