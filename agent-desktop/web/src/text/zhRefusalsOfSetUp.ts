/** 简体中文：配置不成立的说明。 Written as {@link zhRefusals} is. */
export const zhRefusalsOfSetUp: Readonly<Record<string, string>> = {
  // ---- whatever is configured
  'Your change is stored, but the router waits for its database; it follows when that is back.':
    '修改已保存，但路由正在等待数据库；恢复后即生效。',
  'It is at version {} by now: somebody changed it since you read it, or it was there before you made it. Read it again and repeat your change.':
    '现为第 {1} 版：在您读取之后已有人修改，或在您创建之前就已存在。请重新读取后再修改。',
  'It was deleted since you read it; leave version out to create it.':
    '在您读取之后已被删除；如要新建，请不要填写版本。',
  'It is in use by {}; change that first.': '正被 {1} 使用，请先修改后者。',
  'Nothing of this kind is configured here.': '此处没有这类配置。',
  'Must be a version.': '须为版本号。',
  'Must be the version that you read; leave it out to create something.': '须为您所读取的版本；如要新建则不填写。',
  'The address says {}; an id cannot be changed.': '地址中为 {1}；标识不能更改。',
  'An id has up to 64 small letters, digits, dots, hyphens and underscores and begins with a letter or digit.':
    '标识最多 64 个字符，可用小写字母、数字、点、连字符和下划线，并以字母或数字开头。',
  'A title has 1 to {} characters; write what people are to read.': '标题须为 1 至 {1} 个字符，请写明供人阅读的内容。',
  'Write 1 to {} characters.': '请填写 1 至 {1} 个字符。',
  '{}; write {} to {}.': '现为 {1}，请填写 {2} 至 {3}。',
  '{} ms; write {} to {} ms.': '现为 {1} 毫秒，请填写 {2} 至 {3} 毫秒。',
  '{} at once; write {} to {}.': '现为同时 {1} 个，请填写 {2} 至 {3}。',
  "{} of a seat's {} units; write 1 to {}.": '现为坐席 {2} 个单位中的 {1} 个，请填写 1 至 {3}。',
  'Level {} is not {} to {}.': '级别 {1} 不在 {2} 至 {3} 之间。',
  'Tier {} is not 0 to {}.': '优先级 {1} 不在 0 至 {2} 之间。',
  'A head start is at most {} hours.': '提前量最多 {1} 小时。',
  'There is no {} {}; create it first, or name one that exists.': '没有{1} {2}，请先创建，或指定已有的。',
  'There is no skill {}; create it first, or name one that exists.': '没有技能 {1}，请先创建，或指定已有的。',
  'There is no team {}; create it first, or name one that exists.': '没有班组 {1}，请先创建，或指定已有的。',
  'There is no team {}; name one that exists, or none.': '没有班组 {1}，请指定已有的，或不指定。',
  'There is no queue {}; name one that exists.': '没有队列 {1}，请指定已有的。',
  'There is no queue {}; name one that exists, or none.': '没有队列 {1}，请指定已有的，或不指定。',
  'There is no category {}; name one that exists, or none.': '没有分类 {1}，请指定已有的，或不指定。',
  'There is no break reason {}; name one that exists.': '没有休息原因 {1}，请指定已有的。',

  // ---- calendars
  'This calendar is never open; give a day of the week or a date to come a span of hours.':
    '该日历没有任何服务时间，请为某个星期几或将来的日期设定时段。',
  'From {} to {} ends before it begins; split hours over midnight into two days (00:00 ends a day).':
    '{1} 至 {2} 的结束早于开始；跨午夜的时段请分为两天（00:00 为一天之末）。',
  'Hours of this day overlap; write them as one span.': '当天的时段重叠，请合并为一段。',

  // ---- queues
  'There must be at least one queue, or nobody could wait anywhere.': '至少须有一个队列，否则无处等待。',
  'Rings without a team; name at least one.': '按组振铃却没有班组，请至少指定一个。',
  'A share is written as a number from 0 to 1; 0.8 are 80 percent.': '比例写作 0 至 1 的数；0.8 即百分之八十。',
  'A class of music on hold has up to 64 letters, digits, hyphens and underscores.':
    '等待音乐的类别最多 64 个字符，可用字母、数字、连字符和下划线。',
  '{} s is not later than the step before it ({} s); put the steps in the order of their times.':
    '{1} 秒不晚于前一步（{2} 秒），请按时间先后排列。',
  'This step changes nothing; say what it changes, or remove it.': '此步没有任何改变，请写明改变，或删除此步。',
  'Without effect: {}; change it, or remove it.': '没有作用：{1}；请修改或删除。',
  'level {} of {} is enough by then': '届时{2}的级别 {1} 已足够',
  '{} is not needed by then': '届时已不要求 {1}',
  'every team may serve by then': '届时所有班组都可接听',
  '{} may serve by then': '届时 {1} 已可接听',
  'A phone that fails would be rung again at once and for ever; give a pauseAfter of 1 or more, or a retry.':
    '故障的话机会被立即且无休止地再次振铃；请将 pauseAfter 设为 1 或以上，或设定 retry。',
  'Without a wrap-up limit there is nothing to extend; give a limit, or an extensionsMax of 0.':
    '没有话后处理时限就无从延长；请设定时限，或将 extensionsMax 设为 0。',
  'An extension of no length; give it one, or an extensionsMax of 0.':
    '延长的时长为零；请设定时长，或将 extensionsMax 设为 0。',
  'There is no mail template {} for overflows; create it first, with the purpose OVERFLOW, or name one that exists.':
    '没有用于溢出的邮件模板 {1}；请先创建一个用途为 OVERFLOW 的模板，或选择已有的模板。',
  'There is no queue {} to overflow to; create it first, or name one that exists.':
    '没有可溢出到的队列 {1}，请先创建，或指定已有的。',
  'This queue has no calendar whose hours could count; give it one, or write false.':
    '该队列没有可按营业时间计时的日历；请指定一个，或填 false。',
  'This queue has no calendar, so it never closes; give it one, or remove this step.':
    '该队列没有日历，因此从不关闭；请设定日历，或删除此步。',
  'Overflow goes round in a circle ({}): {} -> {}. Let one of them overflow elsewhere, or not at all.':
    '溢出成环（{1}）：{2} -> {3}。请让其中一个溢出到别处，或不溢出。',
  'Overflow can go round in a circle: {} -> {}. Let one of them overflow elsewhere, or not at all.':
    '溢出可能成环：{1} -> {2}。请让其中一个溢出到别处，或不溢出。',
  '{} If it is meant so, force=true stores it all the same.': '{1}如确需如此，force=true 可照样保存。',
  'Nobody can serve this queue: no agent has {}{}, and its overflow leads nowhere. Give an agent what is needed, widen the need, or let the queue overflow when no agent is there or after a while.':
    '无人能接听该队列：没有坐席具备 {1}{2}，溢出也无处可去。请为坐席补上所需条件、放宽要求，或让队列在无坐席时或等待一段时间后溢出。',

  // ---- types and categories of cases
  'It would lie below itself: {} belongs to it. Name a category that does not.':
    '分类不能位于自身之下：{1} 属于它。请指定不属于它的分类。',
  'At most {} states.': '最多 {1} 个状态。',
  '{} states of kind NEW; a case begins in exactly one.': '有 {1} 个 NEW 类状态；工单只能始于其中一个。',
  'There must be a state of kind {}.': '必须有一个 {1} 类状态。',
  'Two states have the same id.': '有两个状态的标识相同。',
  'There is no state {} in this lifecycle.': '此生命周期中没有状态 {1}。',
  'No case ever comes to {}; let a state before it lead there.': '工单永远到不了 {1}，请让之前的某个状态通向它。',
  'From {} no case is ever closed; let it lead to a state that ends.': '工单从 {1} 永远无法关闭，请让它通向结束状态。',
  '{} cases are in the state {} of kind {}; keep it, or move them first.':
    '有 {1} 个工单处于 {3} 类状态 {2}；请保留该状态，或先移走这些工单。',
  'There is no calendar {}; name one that exists, or none for day and night.':
    '没有日历 {1}，请指定已有的；不指定即全天候。',
  'From 1 to {} days; leave it out so that closed cases stay closed.': '须为 1 至 {1} 天；不填则已关闭的工单保持关闭。',
  '{} is no share of a promise; write 0 to less than 1, as 0.2 for its last fifth.':
    '{1} 不是承诺时间的比例；请填写 0 至小于 1 的数，如 0.2 即最后五分之一。',
  'A promise is more than 0 and at most {} days of working time; leave it out to promise nothing.':
    '承诺时间须大于 0 且不超过 {1} 天工作时间；不填即不作承诺。',

  // ---- rules and texts of mail
  'Line {}, column {}: {}.': '第 {1} 行第 {2} 列：{3}。',
  'At most {} rules; delete one, or say more in one expression.':
    '最多 {1} 条规则，请删除一条，或在一个表达式中写明更多。',
  'What is dropped as spam goes nowhere; leave out queue, skills, caseType and goOn, or spam.':
    '作为垃圾邮件丢弃的不再去往任何地方；请去掉 queue、skills、caseType 和 goOn，或去掉 spam。',
  'There is no case type {}; name one that exists, or none.': '没有工单类型 {1}，请指定已有的，或不指定。',
  'At most {} tags of 1 to {} characters.': '最多 {1} 个标签，每个 1 至 {2} 个字符。',
  'A text without a language; write it in at least one.': '文本没有任何语言，请至少写明一种。',
  'There is another text of this purpose for the same mails; change that one.':
    '已有同一用途、针对相同邮件的文本，请修改该文本。',
  '{} is no language; write it as de, en or zh.': '{1} 不是语言，请写作 de、en 或 zh。',
  'A subject is one line of 1 to {} characters.': '主题须为一行，1 至 {1} 个字符。',
  'There is no variable {} in such a text; there are {}.': '此类文本中没有变量 {1}；可用的有 {2}。',
};
