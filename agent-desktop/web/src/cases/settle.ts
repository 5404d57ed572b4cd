import type { Case } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import { tell, tellProblem } from '../app/toasts.ts';
import { t } from '../text/text.ts';
import { caseChanges } from './attached.ts';

/**
 * What a step with a case led to; with nothing, the person was told why it was not done.
 *
 * @param onPresent is given the case as it is, where somebody was faster
 * @param onRefused tells a refusal itself, where it says so
 */
export async function settle(
  step: () => Promise<Case>,
  onPresent: (present: Case) => void,
  onRefused: (error: unknown) => boolean = () => false,
): Promise<Case | undefined> {
  try {
    const now = await step();
    caseChanges.value += 1;
    return now;
  } catch (error) {
    if (error instanceof Problem && error.status === 412 && error.present !== undefined) {
      // Nothing was done to a case that is no longer as it was shown: it is shown as it is, for a second look.
      onPresent(error.present as Case);
      tell(t('case.changedMeanwhile'), 'error');
    } else if (!onRefused(error)) {
      tellProblem(error);
    }
    return undefined;
  }
}
