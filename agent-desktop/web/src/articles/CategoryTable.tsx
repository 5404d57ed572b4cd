import { useState } from 'preact/hooks';
import { articles, type Category, type CategoryDraft, type CategoryKind } from '../api/articles.ts';
import { may } from '../app/session.ts';
import { tell } from '../app/toasts.ts';
import { Icon } from '../parts/Icon.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ChoiceField } from '../records/choices.tsx';
import { type Refused, refusedBy } from '../records/refused.ts';
import { removeSoon, removing } from '../records/removal.ts';
import { TextField } from '../records/TextField.tsx';
import { t, title } from '../text/text.ts';
import { inOrder, readCategories, useCategories } from './categories.ts';
import { categoryChoices } from './categoryChoices.ts';

const KINDS: readonly CategoryKind[] = ['MARKETING', 'SERVICE', 'PRODUCT'];
const NEW = 'new';

/** The tree of categories; one is changed at a time. */
export function CategoryTable() {
  const { categories, problem } = useCategories();
  const [editing, setEditing] = useState<string>();
  const placed = inOrder(categories).filter(({ category }) => !removing.value.has(category.id));
  const done = () => {
    setEditing(undefined);
    void readCategories();
  };
  const remove = (category: Category) =>
    removeSoon(category.id, t('tend.categoryRemoved', { name: title(category.title) }), async () => {
      await articles.removeCategory(category.id);
      await readCategories();
    });
  const last = Math.max(0, ...categories.map((one) => one.place));
  return (
    <section class="record-part" aria-labelledby="categories-title" data-testid="categories">
      <h2 id="categories-title">{t('tend.categories')}</h2>
      {problem !== undefined && <Refusal text={problem} again={() => void readCategories()} />}
      {placed.length === 0 && problem === undefined && <p class="secondary">{t('tend.noCategories')}</p>}
      {placed.length > 0 && (
        <ul class="members">
          {placed.map(({ category, depth }) => (
            <li key={category.id} data-testid="category">
              {editing === category.id ? (
                <CategoryForm category={category} categories={categories} onDone={done} />
              ) : (
                <>
                  <span class={`depth-${Math.min(depth, 3)}`}>{title(category.title, category.id)}</span>
                  <span class="secondary">{t(`categoryKind.${category.kind}`)}</span>
                  <span class="note-actions">
                    <button
                      type="button"
                      class="quiet square small"
                      aria-label={`${t('action.edit')}: ${title(category.title)}`}
                      data-testid="category-edit"
                      onClick={() => setEditing(category.id)}
                    >
                      <Icon name="pencil" />
                    </button>
                    {may('article.delete') && (
                      <button
                        type="button"
                        class="quiet square small"
                        aria-label={t('choice.remove', { name: title(category.title) })}
                        data-testid="category-remove"
                        onClick={() => remove(category)}
                      >
                        <Icon name="bin" />
                      </button>
                    )}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === NEW && <CategoryForm place={last + 1} categories={categories} onDone={done} />}
      {editing === undefined && may('article.create') && (
        <button type="button" class="row-add" data-testid="category-add" onClick={() => setEditing(NEW)}>
          <Icon name="plus" />
          {t('tend.addCategory')}
        </button>
      )}
    </section>
  );
}

interface FormProperties {
  category?: Category;
  /** Of a new one. */
  place?: number;
  categories: readonly Category[];
  onDone: () => void;
}

function CategoryForm({ category, place = 0, categories, onDone }: FormProperties) {
  const [draft, setDraft] = useState<CategoryDraft>(
    () => category ?? { place, title: { en: '', zh: '' }, kind: 'SERVICE' },
  );
  const [refused, setRefused] = useState<Refused>();
  const set = (change: Partial<CategoryDraft>) => setDraft({ ...draft, ...change });
  const save = async () => {
    const { parent, place: at, title: titles, kind } = draft;
    const wanted = { place: at, title: titles, kind, ...(parent === undefined ? {} : { parent }) };
    setRefused(undefined);
    try {
      const saved = category
        ? await articles.changeCategory(category.id, wanted)
        : await articles.createCategory(wanted);
      tell(t('tend.categorySaved', { name: title(saved.title) }));
      onDone();
    } catch (error) {
      setRefused(refusedBy(error));
    }
  };
  return (
    <form
      class="category-form"
      data-testid="category-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      {refused && <Refusal text={refused.words} />}
      <div class="form-grid">
        <TextField
          name="title.en"
          label={t('tend.categoryEn')}
          value={draft.title.en}
          refused={refused}
          onInput={(en) => set({ title: { ...draft.title, en } })}
        />
        <TextField
          name="title.zh"
          label={t('tend.categoryZh')}
          value={draft.title.zh}
          refused={refused}
          onInput={(zh) => set({ title: { ...draft.title, zh } })}
        />
        <ChoiceField
          name="kind"
          label={t('tend.categoryKind')}
          value={draft.kind}
          choices={KINDS.map((value) => ({ value, label: t(`categoryKind.${value}`) }))}
          onChange={(kind) => set({ kind: kind as CategoryKind })}
        />
        <ChoiceField
          name="parent"
          label={t('tend.categoryParent')}
          value={draft.parent ?? ''}
          choices={[
            { value: '', label: t('choice.none') },
            ...categoryChoices(categories.filter((one) => one.id !== category?.id)),
          ]}
          onChange={(parent) => {
            const { parent: _, ...others } = draft;
            setDraft(parent === '' ? others : { ...others, parent });
          }}
        />
        <TextField
          name="place"
          label={t('tend.categoryPlace')}
          value={String(draft.place)}
          refused={refused}
          onInput={(value) => set({ place: Number.parseInt(value, 10) || 0 })}
        />
      </div>
      <div class="form-end">
        <button type="button" onClick={onDone}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="primary" data-testid="category-save">
          {t('action.save')}
        </button>
      </div>
    </form>
  );
}
