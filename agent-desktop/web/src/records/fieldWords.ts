import type { RecordKind } from '../api/records.ts';
import type { Consent, ContactPoint } from '../api/types.ts';
import { session } from '../app/session.ts';
import { pointWord } from '../desktop/pointWord.ts';
import { countryName, languageName } from '../text/format.ts';
import { t, title } from '../text/text.ts';
import type { Form } from './form.ts';
import type { Field } from './versions.ts';

export function fieldName(kind: RecordKind, field: Field): string {
  return field === 'within' ? t(`record.within.${kind}`) : t(`record.${field}`);
}

/** What stands in a field, as people read it; a dash where nothing does. */
export function valueLines(form: Form, field: Field): string[] {
  const lines = linesOf(form, field).filter((line) => line !== '');
  return lines.length === 0 ? ['–'] : lines;
}

function linesOf(form: Form, field: Field): string[] {
  switch (field) {
    case 'within':
    case 'owner':
      return [form[field]?.name ?? ''];
    case 'points':
      return form.points.map(pointLine);
    case 'consents':
      return form.consents.map(consentLine);
    case 'neverOffered':
      return form.neverOffered.map((agent) => agent.name);
    case 'lines':
      return form.lines.split('\n');
    case 'segment':
      return [title(session.value?.customerSegments.find((one) => one.id === form.segment)?.title, form.segment)];
    case 'language':
      return [form.language === '' ? '' : languageName(form.language)];
    case 'country':
      return [form.country === '' ? '' : countryName(form.country)];
    default:
      return [form[field]];
  }
}

function pointLine(point: ContactPoint): string {
  return [
    pointWord(point),
    point.value,
    point.primary ? t('point.primary') : '',
    point.verifiedAt === undefined ? '' : t('point.isVerified'),
    point.doNotContact ? t('point.doNotContact') : '',
  ]
    .filter((word) => word !== '')
    .join(' · ');
}

function consentLine({ purpose, channel, given, source }: Consent): string {
  return [purpose, t(`pointKind.${channel}`), t(given ? 'consent.given' : 'consent.refused'), source]
    .filter((word) => word !== '')
    .join(' · ');
}
