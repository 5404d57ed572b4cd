import { enMail } from '../text/enMail.ts';
import { learn } from '../text/text.ts';
import { zhMail } from '../text/zhMail.ts';

/** Imported by everything that is fetched for mails, so that their texts are there before anything is drawn. */
learn({ en: enMail, zh: zhMail });
