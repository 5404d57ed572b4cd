import type { enPulled } from './enPulled.ts';

/** 简体中文：待领取邮件的入口。 */
export const zhPulled: Record<keyof typeof enPulled, string> = {
  'pulled.title': '待领取邮件',
  'pulled.waiting': '{count} 封等待',
  'pulled.oldest': '最久已等',
  'pulled.none': '没有等待的邮件',

  'keys.pulled': '待领取邮件',
  'keys.pulledMove': '选择邮件',
  'keys.pulledTake': '领取',
  'keys.pulledOldest': '领取等待最久的',
  'keys.pulledList': '待领取邮件',
};
