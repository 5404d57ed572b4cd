import { useId } from 'preact/hooks';
import { t } from '../text/text.ts';
import type { Figure } from './definitions.ts';

/** A figure's name; hover or focus shows how it is defined. */
export function FigureName({ figure }: { figure: Figure }) {
  const id = useId();
  return (
    <span class="figure-name">
      <button type="button" class="figure-button" aria-describedby={id} data-testid={`figure-${figure}`}>
        {t(`figure.${figure}`)}
      </button>
      <span role="tooltip" id={id} class="definition">
        {t(`definition.${figure}`)}
      </span>
    </span>
  );
}
