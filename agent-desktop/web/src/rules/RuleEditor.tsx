import { useState } from 'preact/hooks';
import type { Rule } from '../api/rules.ts';
import { go } from '../app/route.ts';
import { tell } from '../app/toasts.ts';
import { addresses } from '../desktop/views.ts';
import { type Refused, refusedBy } from '../records/refused.ts';
import { t, title } from '../text/text.ts';
import { bookNow, presentOf, putRule } from './book.ts';
import { ruleDrafts } from './drafts.ts';
import { draftOf, formOf, idFor, type RuleForm } from './form.ts';
import { RuleFields } from './RuleFields.tsx';
import { RuleVersions } from './RuleVersions.tsx';

interface Properties {
  /** Under which what is not saved is kept: the rule's id, or the name of the page for a new one. */
  place: string;
  /** None: a new one. */
  rule?: Rule;
  /** As it is without what is not saved. */
  fresh: RuleForm;
}

/** Writes a rule as a whole; where somebody was faster, both versions are put side by side. */
export function RuleEditor({ place, rule, fresh }: Properties) {
  const [begun] = useState(() => ruleDrafts.of(place) !== undefined);
  const [present, setPresent] = useState<Rule>();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const unsaved = ruleDrafts.of(place);
  const form = unsaved?.form ?? fresh;
  // Without changes there is nothing that could be overwritten.
  const read = unsaved?.read ?? fresh;
  const version = unsaved === undefined ? rule?.version : unsaved.version;

  const keep = (next: RuleForm, base: RuleForm, from: number | undefined) =>
    ruleDrafts.keep(place, { read: base, ...(from === undefined ? {} : { version: from }), form: next });
  const leave = () => {
    ruleDrafts.forget(place);
    go(addresses.rules);
  };
  const save = async (wanted: RuleForm, from: number | undefined) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const taken = bookNow().map((one) => one.id);
      const saved = await putRule(rule?.id ?? idFor(wanted.titleEn, 'rule', taken), draftOf(wanted), from);
      tell(t('ruleEditor.saved', { title: title(saved.title, saved.id) }));
      leave();
    } catch (error) {
      setBusy(false);
      // A new one that meets another of its name is not the same rule.
      const faster = rule === undefined ? undefined : presentOf<Rule>(error);
      setPresent(faster);
      if (faster === undefined) setRefused(refusedBy(error));
    }
  };
  if (present !== undefined) {
    return (
      <RuleVersions
        read={read}
        mine={form}
        present={present}
        busy={busy}
        onChosen={(merged) => {
          // From here on the present version is what was read.
          keep(merged, formOf(present), present.version);
          void save(merged, present.version);
        }}
        onCancel={() => setPresent(undefined)}
      />
    );
  }
  return (
    <>
      {begun && unsaved !== undefined && (
        <p class="banner info inside" role="status">
          <span>{t('ruleEditor.kept')}</span>
          <button type="button" class="small" data-testid="discard" onClick={() => ruleDrafts.forget(place)}>
            {t('ruleEditor.discard')}
          </button>
        </p>
      )}
      <RuleFields
        place={place}
        form={form}
        refused={refused}
        busy={busy}
        onChange={(next) => keep(next, read, version)}
        onSave={() => void save(form, version)}
        onCancel={leave}
      />
    </>
  );
}
