import { enCasework } from '../text/enCasework.ts';
import { learn } from '../text/text.ts';
import { zhCasework } from '../text/zhCasework.ts';

/** Imported by everything that is fetched for cases, so that their texts are there before anything is drawn. */
learn({ en: enCasework, zh: zhCasework });
