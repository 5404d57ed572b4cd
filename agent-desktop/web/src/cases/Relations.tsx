import { useEffect, useState } from 'preact/hooks';
import { type Case, type CaseRelation, cases } from '../api/cases.ts';
import { follow } from '../app/route.ts';
import { attempt, wordsFor } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { FindBox } from '../find/FindBox.tsx';
import type { HitKind } from '../find/finding.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { t } from '../text/text.ts';

const CASES: readonly HitKind[] = ['cases'];

/** The cases that one hangs together with. Only what people related by hand can be taken apart again. */
export function Relations({ of, mayChange }: { of: Case; mayChange: boolean }) {
  const [list, setList] = useState<readonly CaseRelation[]>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    cases.relations(of.id).then(
      (found) => here && setList(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [of.id, of.version, asked]);
  const again = () => setAsked(asked + 1);
  const place = (one: CaseRelation) => `${of.id} ${one.id}`;
  const shown = list?.filter((one) => one.kind !== 'RELATED' || !removing.value.has(place(one)));
  return (
    <section class="record-part" aria-labelledby="relations-title" data-testid="relations">
      <h2 id="relations-title">{t('relation.title')}</h2>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {shown === undefined && problem === undefined && <Skeleton lines={1} />}
      {shown?.length === 0 && <p class="secondary">{t('relation.none')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul class="members">
          {shown.map((one) => (
            <li key={`${one.kind} ${one.id}`} data-testid="relation">
              <span class="secondary">{t(`relation.${one.kind}`)}</span>
              <a href={addresses.case(one.id)} onClick={follow} class="figures">
                {one.number}
              </a>
              <span class="case-subject">{one.subject}</span>
              <span class="chip">{t(`stateKind.${one.stateKind}`)}</span>
              {mayChange && one.kind === 'RELATED' && (
                <button
                  type="button"
                  class="quiet square small"
                  aria-label={t('relation.remove', { number: one.number })}
                  data-testid="relation-remove"
                  onClick={() => removeSoon(place(one), t('relation.removed'), () => cases.unrelate(of.id, one.id))}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div class="relation-find">
          <FindBox
            label={t('relation.find')}
            placeholder={t('relation.find')}
            kinds={CASES}
            except={of.id}
            testId="find-relation"
            onChoose={(hit) => void attempt(() => cases.relate(of.id, hit.id)).then(again)}
          />
        </div>
      )}
    </section>
  );
}
