import { useEffect, useState } from 'preact/hooks';
import { cases, type Product } from '../api/cases.ts';
import type { Named } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';
import { ChoiceField } from '../records/choices.tsx';
import { type Refused, saidAt } from '../records/refused.ts';
import { t } from '../text/text.ts';

interface Properties {
  value: Named | undefined;
  refused: Refused | undefined;
  onChange: (product: Named | undefined) => void;
}

/** What a case is about, of those that are still sold; the present one stays a choice. */
export function ProductField({ value, refused, onChange }: Properties) {
  const [products, setProducts] = useState<readonly Product[]>([]);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let here = true;
    cases.products().then(
      (found) => here && setProducts(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, []);
  const sold = products
    .filter((one) => one.active || one.id === value?.id)
    .map((one) => ({ value: one.id, label: `${one.number} · ${one.title}` }));
  const present = value !== undefined && !sold.some((one) => one.value === value.id);
  return (
    <ChoiceField
      name="product"
      label={t('case.product')}
      value={value?.id ?? ''}
      choices={[
        { value: '', label: t('choice.none') },
        ...(present ? [{ value: value.id, label: value.name }] : []),
        ...sold,
      ]}
      said={saidAt(refused, 'product') ?? problem}
      onChange={(id) => {
        const chosen = products.find((one) => one.id === id);
        onChange(chosen && { id, name: chosen.title });
      }}
    />
  );
}
