import { type Case, cases } from '../api/cases.ts';
import { openDialog } from '../app/dialogs.ts';
import { may, session } from '../app/session.ts';
import { tell } from '../app/toasts.ts';
import { useKeys } from '../keys/keys.ts';
import { Icon } from '../parts/Icon.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { t } from '../text/text.ts';
import { settle } from './settle.ts';

interface Properties {
  of: Case;
  mayChange: boolean;
  onChanged: (now: Case) => void;
}

/** Taking it, giving it away, noting an answer; and what changes more than this case. */
export function CaseActions({ of, mayChange, onChanged }: Properties) {
  const me = session.value?.agent;
  const closed = of.stateKind === 'CLOSED';
  const takeable = mayChange && !closed && of.owner?.id !== me?.id;
  const answerable = mayChange && !closed && (of.clocks.firstAnswer ?? of.clocks.nextAnswer) !== undefined;
  const take = async () => {
    const now = await settle(() => cases.assign(of, me?.id), onChanged);
    if (now !== undefined) onChanged(now);
  };
  const answered = async () => {
    const now = await settle(() => cases.answered(of.id), onChanged);
    if (now === undefined) return;
    onChanged(now);
    tell(t('case.answeredTold'));
  };
  useKeys([
    { key: 't', shift: true, when: () => takeable, run: () => void take() },
    { key: 'a', shift: true, when: () => answerable, run: () => void answered() },
  ]);
  return (
    <p class="chips" role="group" aria-label={t('case.actions')}>
      {takeable && (
        <button type="button" data-testid="take" onClick={() => void take()}>
          <Icon name="user" />
          {t('case.take')}
          <Kbd>⇧ T</Kbd>
        </button>
      )}
      {answerable && (
        <button type="button" data-testid="answered" onClick={() => void answered()}>
          <Icon name="check" />
          {t('case.answered')}
          <Kbd>⇧ A</Kbd>
        </button>
      )}
      {mayChange && !closed && (
        <>
          <button type="button" class="quiet" data-testid="give" onClick={() => openDialog('giveCase')}>
            {t('case.give')}
          </button>
          <button type="button" class="quiet" data-testid="merge" onClick={() => openDialog('mergeCase')}>
            {t('case.merge')}
          </button>
          <button type="button" class="quiet" data-testid="split" onClick={() => openDialog('splitCase')}>
            {t('case.split')}
          </button>
        </>
      )}
      {may('case.delete') && (
        <button type="button" class="quiet" data-testid="delete" onClick={() => openDialog('deleteCase')}>
          {t('case.delete')}
        </button>
      )}
    </p>
  );
}
