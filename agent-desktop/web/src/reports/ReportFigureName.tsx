import { useId } from 'preact/hooks';
import { t } from '../text/text.ts';
import type { ReportFigure } from './figures.ts';

/** A figure's name; hover or focus shows how it is defined. */
export function ReportFigureName({ figure }: { figure: ReportFigure }) {
  const id = useId();
  return (
    <span class="figure-name">
      <button type="button" class="figure-button" aria-describedby={id} data-testid={`report-figure-${figure}`}>
        {t(`reportFigure.${figure}`)}
      </button>
      <span role="tooltip" id={id} class="definition">
        {t(`reportDefinition.${figure}`)}
      </span>
    </span>
  );
}
