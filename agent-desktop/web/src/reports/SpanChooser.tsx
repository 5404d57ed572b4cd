import { goInstead, path } from '../app/route.ts';
import { DayField } from '../articles/DayField.tsx';
import { t } from '../text/text.ts';
import { type ChosenSpan, queryOf, SPANS } from './spans.ts';

/** Of which days. */
export function SpanChooser({ chosen }: { chosen: ChosenSpan }) {
  const choose = (next: ChosenSpan) => goInstead(`${path.value}${queryOf(next)}`);
  const own = (days: ChosenSpan['days']) => choose({ name: 'own', days });
  return (
    <div class="report-span">
      <fieldset class="report-spans">
        <legend class="only-read">{t('report.span')}</legend>
        {SPANS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={chosen.name === name}
            data-testid={`span-${name}`}
            onClick={() => choose({ name, days: chosen.days })}
          >
            {t(`report.${name}`)}
          </button>
        ))}
      </fieldset>
      {chosen.name === 'own' && (
        <>
          <DayField
            name="from"
            label={t('report.from')}
            value={chosen.days.from}
            refused={undefined}
            onInput={(from) => own({ ...chosen.days, from })}
          />
          <DayField
            name="to"
            label={t('report.to')}
            value={chosen.days.to}
            refused={undefined}
            onInput={(to) => own({ ...chosen.days, to })}
          />
        </>
      )}
    </div>
  );
}
