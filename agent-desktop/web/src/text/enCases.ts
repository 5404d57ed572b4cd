/** English: the little about cases that is on every page; the rest comes with their pages. */
export const enCases = {
  'records.cases': 'Cases',
  'record.cases': 'Case',
  'record.orders': 'Order',
  'record.articles': 'Article',

  'search.noRecord': 'Nothing on record for “{text}”.',
  'search.all': 'Find customers, organisations, cases, orders and articles',
  'search.allPlaceholder': 'Name, number, mail, case or article',

  'now.next': 'Next',
  'now.casesDue': { one: '{count} case due', other: '{count} cases due' },
  'now.casesOverdue': { one: '{count} overdue', other: '{count} overdue' },

  'figure.casesOverdue': 'Cases overdue',
  'figure.casesSoon': 'Nearly overdue',
  'definition.casesOverdue': 'Cases that are not solved and whose promised time is over, of all teams.',
  'definition.casesSoon': 'Cases that are not solved and in the last part of their promised time, of all teams.',

  'keys.cases': 'Cases',
  'keys.newCase': 'Open a case for the one on the line',
  'keys.case': 'On a case',
  'keys.caseTake': 'Take it',
  'keys.caseAnswered': 'The customer was answered',
  'keys.caseNext': 'Into its next states',
} as const;
