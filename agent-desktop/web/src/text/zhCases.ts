import type { enCases } from './enCases.ts';

/** 简体中文：每页都可见的工单用语。 */
export const zhCases: Record<keyof typeof enCases, string | { one?: string; other: string }> = {
  'records.cases': '工单',
  'record.cases': '工单',
  'record.orders': '订单',
  'record.articles': '文章',

  'search.noRecord': '没有与“{text}”相符的记录。',
  'search.all': '查找客户、单位、工单、订单与文章',
  'search.allPlaceholder': '姓名、号码、邮箱、工单或文章',

  'now.next': '待办',
  'now.casesDue': { other: '{count} 个工单将到期' },
  'now.casesOverdue': { other: '{count} 个已超时' },

  'figure.casesOverdue': '超时工单',
  'figure.casesSoon': '即将超时',
  'definition.casesOverdue': '所有班组中尚未解决且已超过承诺时间的工单。',
  'definition.casesSoon': '所有班组中尚未解决且承诺时间即将用完的工单。',

  'keys.cases': '工单',
  'keys.newCase': '为来电者新建工单',
  'keys.case': '工单页面',
  'keys.caseTake': '由我处理',
  'keys.caseAnswered': '已答复客户',
  'keys.caseNext': '转入后续状态',
};
