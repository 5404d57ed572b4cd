import { enRules } from '../text/enRules.ts';
import { learn } from '../text/text.ts';
import { zhRules } from '../text/zhRules.ts';

/** Imported by the page of rules, so that its texts are there before anything is drawn. */
learn({ en: enRules, zh: zhRules });
