import { session } from '../app/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { t, title } from '../text/text.ts';
import { NumberField } from './NumberField.tsx';
import { skillTitle } from './words.ts';

const LEVEL_MAX = 10;

interface Properties {
  /** Levels by skill. */
  skills: Readonly<Record<string, string>>;
  refused: Refused | undefined;
  onChange: (skills: Record<string, string>) => void;
}

/** Skills that the mail needs, each at a level. */
export function SkillsField({ skills, refused, onChange }: Properties) {
  const free = (session.value?.skills ?? []).filter((one) => !Object.hasOwn(skills, one.id));
  return (
    <fieldset class="rule-skills" data-testid="skills">
      <legend>{t('ruleField.skills')}</legend>
      {Object.entries(skills).map(([skill, level]) => (
        <div key={skill} class="rule-skill">
          <NumberField
            name={`skill-${skill}`}
            label={t('ruleEditor.level', { skill: skillTitle(skill) })}
            value={level}
            min={1}
            max={LEVEL_MAX}
            said={saidAt(refused, `then.skills.${skill}`)}
            onInput={(written) => onChange({ ...skills, [skill]: written })}
          />
          <button
            type="button"
            class="quiet square"
            aria-label={t('ruleEditor.removeSkill', { skill: skillTitle(skill) })}
            onClick={() => {
              const { [skill]: _, ...others } = skills;
              onChange(others);
            }}
          >
            <Icon name="bin" />
          </button>
        </div>
      ))}
      {free.length > 0 && (
        <select
          aria-label={t('ruleEditor.addSkill')}
          value=""
          data-testid="skill-add"
          onChange={(event) => {
            const skill = event.currentTarget.value;
            event.currentTarget.value = '';
            if (skill !== '') onChange({ ...skills, [skill]: '1' });
          }}
        >
          <option value="">{t('ruleEditor.addSkill')}</option>
          {free.map((one) => (
            <option key={one.id} value={one.id}>
              {title(one.title, one.id)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
