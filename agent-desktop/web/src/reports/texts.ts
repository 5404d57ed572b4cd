import { enReports } from '../text/enReports.ts';
import { learn } from '../text/text.ts';
import { zhReports } from '../text/zhReports.ts';

/** Imported by the page of reports, so that its texts are there before anything is drawn. */
learn({ en: enReports, zh: zhReports });
