import type { Titles } from '../api/types.ts';
import { enRules } from '../text/enRules.ts';
import { zhRules } from '../text/zhRules.ts';
import type { RuleForm } from './form.ts';

/** Of a copy, told apart from what it was made from in both languages. */
export function copiedTitles({ en, zh }: Titles): Pick<RuleForm, 'titleEn' | 'titleZh'> {
  return {
    titleEn: enRules['rules.copied'].replace('{title}', en),
    titleZh: zhRules['rules.copied'].replace('{title}', zh),
  };
}
