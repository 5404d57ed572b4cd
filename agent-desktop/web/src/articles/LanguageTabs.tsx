import { Icon } from '../parts/Icon.tsx';
import { LANGUAGES } from '../records/suggestions.ts';
import { languageName } from '../text/format.ts';
import { t } from '../text/text.ts';

interface Properties {
  languages: readonly string[];
  shown: string;
  onShow: (language: string) => void;
  onAdd: (language: string) => void;
  onRemove: (language: string) => void;
}

/** The languages of an article: which text is written now, another one, or one less. */
export function LanguageTabs({ languages, shown, onShow, onAdd, onRemove }: Properties) {
  return (
    <div class="chips language-tabs" role="group" aria-label={t('articles.language')}>
      {languages.map((language) => (
        <span key={language} class="saved-filter">
          <button
            type="button"
            class="small"
            aria-pressed={language === shown}
            data-testid={`text-${language}`}
            onClick={() => onShow(language)}
          >
            {languageName(language)}
          </button>
          {languages.length > 1 && (
            <button
              type="button"
              class="quiet square small"
              aria-label={t('editor.removeLanguage', { language: languageName(language) })}
              data-testid={`text-remove-${language}`}
              onClick={() => onRemove(language)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      <select
        aria-label={t('editor.addLanguage')}
        value=""
        data-testid="add-language"
        onChange={(event) => {
          if (event.currentTarget.value !== '') onAdd(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      >
        <option value="">{t('editor.addLanguage')}</option>
        {LANGUAGES()
          .filter(({ value }) => !languages.includes(value))
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </select>
    </div>
  );
}
