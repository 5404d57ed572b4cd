import type { RuleForm } from './form.ts';
import type { TextForm } from './textForm.ts';
import { Drafts } from './unsaved.ts';

export const ruleDrafts = new Drafts<RuleForm>('ahoy.rules');
export const textDrafts = new Drafts<TextForm>('ahoy.texts');
