import { rules, type Template } from '../api/rules.ts';
import { follow } from '../app/route.ts';
import { may } from '../app/session.ts';
import { useAnswer } from '../articles/useAnswer.ts';
import { addresses } from '../desktop/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { removeSoon, removing } from '../records/removal.ts';
import { languageName } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import { textDrafts } from './drafts.ts';
import { NEW } from './form.ts';
import { byPurpose } from './textForm.ts';
import { purposeName, queueName } from './textWords.ts';

/** What is sent by itself or put into answers, by purpose. */
export function TextList() {
  const { answer, problem, again } = useAnswer('texts', rules.texts);
  if (problem !== undefined) return <Refusal text={problem} again={again} />;
  if (answer === undefined) return <Skeleton lines={6} />;
  const groups = byPurpose(answer.filter((one) => !removing.value.has(keyOf(one))));
  const remove = (text: Template) =>
    removeSoon(keyOf(text), t('rules.removed', { title: title(text.title, text.id) }), async () => {
      await rules.removeText(text);
      again();
    });
  return (
    <>
      <p class="secondary">{t('ruleTexts.lead')}</p>
      <a class="button row-add" href={addresses.mailText(NEW)} onClick={follow} data-testid="text-new">
        <Icon name="plus" />
        {t('ruleTexts.add')}
      </a>
      {groups.length === 0 && <p data-testid="texts-empty">{t('ruleTexts.empty')}</p>}
      {groups.map(({ purpose, texts }) => (
        <section key={purpose} class="record-part" aria-label={purposeName(purpose)} data-testid={`texts-${purpose}`}>
          <h2>{purposeName(purpose)}</h2>
          <ul class="members">
            {texts.map((text) => (
              <Line key={text.id} text={text} onRemove={() => remove(text)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ text, onRemove }: { text: Template; onRemove: () => void }) {
  const name = title(text.title, text.id);
  return (
    <li data-testid="text-row">
      <a href={addresses.mailText(text.id)} onClick={follow} data-testid="text-title">
        {name}
      </a>
      {textDrafts.of(text.id) !== undefined && <span class="chip">{t('rules.unsaved')}</span>}
      <span class="secondary">{queueName(text.queue)}</span>
      <span class="secondary">{Object.keys(text.texts).map(languageName).join(t('rules.comma'))}</span>
      {may('configuration.delete') && (
        <span class="note-actions">
          <button
            type="button"
            class="quiet square small"
            aria-label={t('rules.removeOf', { title: name })}
            data-testid="text-remove"
            onClick={onRemove}
          >
            <Icon name="bin" />
          </button>
        </span>
      )}
    </li>
  );
}

/** Rules may be named alike. */
const keyOf = (text: Template) => `text ${text.id}`;
