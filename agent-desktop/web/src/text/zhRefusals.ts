/**
 * 简体中文：服务器拒绝请求时的说明。 The server's sentences as they stand in its sources, with `{}` for what it fills in; in the
 * Chinese `{1}` is the first of them. What is filled in is looked up here too, as `customer` in `There is no such {}.`
 */
export const zhRefusals: Readonly<Record<string, string>> = {
  // ---- mails
  'A call is accepted by answering the phone.': '来电须通过接听电话来接受。',
  'There is no draft any more; it may have been sent already.': '草稿已不存在，可能已经发送。',
  'The draft was changed elsewhere; look at it again before you send it.': '草稿已在别处更改，发送前请再看一遍。',
  'It is on its way already.': '邮件已在发送途中。',
  'It is neither given up nor uncertain.': '该邮件既未放弃发送，也非结果不明。',
  'There is no such mail.': '没有该邮件。',
  'Somebody else wrote this mail.': '该邮件由他人撰写。',
  'Choose a time within the next 400 days.': '请选择 400 天以内的时间。',
  'This interaction is about no mail.': '该联系不涉及邮件。',
  'This mail is plain text.': '该邮件为纯文本。',
  'Ahoy ended while it was being sent.': '发送过程中系统已停止。',
  'A file has a name.': '文件须有名称。',
  'Its content is missing in the store of files.': '文件库中缺少其内容。',
  'This Ahoy uses mail servers of its own.': '本系统使用自己的邮件服务器。',
  'Must be an address such as me@mail.example.': '须为邮件地址，如 me@mail.example。',
  'That is too long to try out.': '试用时内容过长。',
  'The centre has no such address.': '本中心没有该地址。',

  // ---- signing in, and being allowed
  'Sign in to go on.': '请先登录。',
  'Login or password is wrong.': '用户名或密码不正确。',
  'Too many failed attempts; wait a minute and try again.': '失败次数过多，请一分钟后再试。',
  'Too many people sign in at once; try again.': '同时登录的人过多，请重试。',
  'A program has no session; a person must sign in for this.': '程序没有会话，此操作须由人登录后进行。',
  'This is for people who are signed in, not for programs.': '此操作仅供已登录的人使用，不供程序使用。',
  'This token is unknown, has expired, or was revoked.': '该令牌不存在、已过期或已被撤销。',
  'This needs the right {}, which {} does not have.': '此操作需要权限 {1}，而 {2} 没有该权限。',
  'There is no right {}; they are written customer.read.': '没有权限 {1}；写法如 customer.read。',
  'Name at least one right, as customer.read.': '请至少写明一项权限，如 customer.read。',
  'There is no such token.': '没有该令牌。',
  'Must lie in the future.': '必须是将来的时间。',
  'A name has 1 to {} characters.': '名称须为 1 至 {1} 个字符。',
  'The Origin header is missing.': '缺少 Origin 标头。',
  "The request comes from another site's page.": '请求来自其他网站的页面。',
  'The header {} with the value from GET /session is missing or wrong.':
    '标头 {1} 缺失或不正确，其值应取自 GET /session。',

  // ---- the seat and its work
  'You have no skills, so there is no queue to be ready for.': '您没有任何技能，因此没有可以就绪的队列。',
  'An auditor has no seat.': '审计员没有坐席。',
  'A break needs its reason.': '请选择休息原因。',
  'There is no such break reason.': '没有该休息原因。',
  'This agent is not signed in.': '该坐席未在线。',
  'It no longer waits.': '已不在等待中。',
  'Your seat is not, or no longer, on this interaction.': '您不在或已不在此联系中。',
  'This interaction was never yours.': '此联系从未由您处理。',
  'This offer is not, or no longer, yours.': '该来电未分配给您，或已不再分配给您。',
  'There is no such offer.': '没有该来电分配。',
  'The offer is over already.': '该来电分配已结束。',
  'The conversation is over.': '通话已结束。',
  'There is no conversation any more.': '通话已不存在。',
  'The conversation is not over yet; note and disposition are kept as a draft.':
    '通话尚未结束；备注与处理结果已存为草稿。',
  'The telephone exchange is away; the conversation itself goes on.': '电话交换机暂时不可用；通话本身不受影响。',
  'Give either a queue or a number.': '请指定队列或号码，二者择一。',
  'Neither an extension nor a telephone number; write it like +49 30 1234567.':
    '既不是分机号也不是电话号码；请按 +49 30 1234567 的格式填写。',
  'Choose how it ended.': '请先选择处理结果。',
  'There is no such disposition.': '没有该处理结果。',
  'The wrap-up ran out already; note and disposition are saved.': '话后处理已超时；备注与处理结果已保存。',
  'The wrap-up is over already.': '话后处理已结束。',
  'At most {} characters.': '最多 {1} 个字符。',

  // ---- records of people and organisations
  'Somebody changed it since you read it. Compare, and repeat your change on what is there now.':
    '在您打开之后已有人修改过。请对照后在现有内容上重新修改。',
  'There is no such {}.': '没有该{1}。',
  'Must not be empty.': '不能为空。',
  'Must have at most {} characters.': '最多 {1} 个字符。',
  'Must be one line without control characters.': '须为一行，不得含控制字符。',
  'At most {} lines.': '最多 {1} 行。',
  'At most {} contact points.': '最多 {1} 个联系方式。',
  'At most {} tags.': '最多 {1} 个标签。',
  'At most {}.': '最多 {1}。',
  'A tag must not be empty.': '标签不能为空。',
  'Must be two capital letters of ISO 3166, as DE or CN.': '须为 ISO 3166 的两个大写字母，如 DE 或 CN。',
  'Must be BCP 47, as de or zh-Hant.': '须按 BCP 47 书写，如 de 或 zh-Hant。',
  'Must be a zone such as Europe/Berlin.': '须为时区名称，如 Europe/Berlin。',
  'Stands here twice.': '此处重复。',
  'Stands here twice for this channel.': '该渠道在此处重复。',
  'Another one of this kind is the primary one already.': '同类中已有另一个设为首选。',
  'Must be a whole number with its country, as +4930123456.': '须为带国家代码的完整号码，如 +4930123456。',
  'Must be an address such as anna@example.com.': '须为邮箱地址，如 anna@example.com。',
  'There are interactions with this customer. Move them to another one first, or have an administrator erase the person.':
    '该客户有联系记录。请先转给其他客户，或请管理员清除此人的数据。',
  'There are cases or orders of this customer. Move them to another one first.':
    '该客户有工单或订单，请先转给其他客户。',
  '{} customers, {} other organisations and {} cases belong to it. Move them first.':
    '有 {1} 位客户、{2} 个其他单位和 {3} 个工单属于该单位，请先移走。',
  'It would belong to itself: that one is a part of this one, or is this one.':
    '单位不能隶属于自身：所选单位就是本单位或其下属。',
  'A note has 1 to {} characters.': '备注须为 1 至 {1} 个字符。',
  'Somebody else wrote this note; ask him, or a team lead.': '此备注由他人撰写，请联系其本人或班组长。',
  'He is still with somebody, or what he called for is not wrapped up. Try again when that is over.':
    '该客户仍在联系中，或其联系尚未完成话后处理。请待结束后再试。',
  'From {} to {} days, not {}.': '须为 {1} 至 {2} 天，而不是 {3} 天。',

  // ---- cases
  'Must not be empty; say in a few words what it is about.': '不能为空；请用几个字说明事由。',
  'A complaint needs cause, product and remedy before it is solved; fill them in first.':
    '投诉解决前须填写原因、产品和补救措施，请先补全。',
  'Case {} is looked after by others; ask them, or a supervisor.': '工单 {1} 由他人负责，请联系他们或主管。',
  'Case {} is closed. Open a new one and relate the two.': '工单 {1} 已关闭。请新建工单并关联两者。',
  'Case {} is closed and goes on in {}. Open a new one and relate the two.':
    '工单 {1} 已关闭，由 {2} 继续处理。请新建工单并关联两者。',
  'There is no such case type.': '没有该工单类型。',
  'From {} this case can be moved to {}.': '该工单只能从 {1} 转为 {2}。',
  'From {} this case can be moved nowhere.': '该工单不能从 {1} 转为其他状态。',
  'Cases of this type are never in the state {}. Move the case to a state that both types have, or open another one.':
    '该类型的工单没有状态 {1}。请先转为两种类型都有的状态，或另建工单。',
  'Interactions belong to it. Close it, or move them to another case first.':
    '有联系记录属于该工单。请关闭工单，或先把记录移到其他工单。',
  'These two cases are not related.': '这两个工单没有关联。',
  'They were merged or split, which stays so.': '两者由合并或拆分而来，不能取消。',
  'This interaction does not belong to case {}.': '此联系不属于工单 {1}。',
  'It belongs to a case that others look after; they have to let it go first.':
    '它属于他人负责的工单，须由他们先移出。',
  'That is the same case; name another one.': '这是同一个工单，请指定另一个。',

  // ---- orders and products
  'A number has up to 64 letters, digits, dots, hyphens and underscores and begins with a letter or digit.':
    '编号最多 64 个字符，可用字母、数字、点、连字符和下划线，并以字母或数字开头。',
  'Must be 1 or more.': '须为 1 或以上。',
  'Must be three capital letters of ISO 4217, as EUR or CNY.': '须为 ISO 4217 的三个大写字母，如 EUR 或 CNY。',
  'Must lie between the years 1900 and 9999.': '须在 1900 年至 9999 年之间。',
  'There is no such product; write it first.': '没有该产品，请先登记。',
  '{} lines of orders and {} cases are about it. Write it as no longer active instead.':
    '有 {1} 行订单和 {2} 个工单涉及该产品。请改为停用。',

  // ---- articles
  'An article needs a text in at least one language.': '文章至少需要一种语言的正文。',
  'An article has at most {} languages, not {}.': '一篇文章最多 {1} 种语言，而不是 {2} 种。',
  'A language is written as BCP 47 has it, as en, de or zh-Hans.': '语言按 BCP 47 书写，如 en、de 或 zh-Hans。',
  'There are two texts in this language; leave one of them out.': '该语言有两份文本，请去掉一份。',
  'A text needs a title, by which it is found and listed.': '文本需要标题，以便查找和列出。',
  'At most {} characters fit here, not {}; shorten it.': '此处最多 {1} 个字符，现有 {2} 个，请缩短。',
  'There is no category {}; choose one of those that are listed.': '没有分类 {1}，请从列表中选择。',
  "A category can't stand below itself; choose one that is not below it.":
    '分类不能位于自身之下，请选择不在其下的分类。',
  'A title has 1 to {} characters, not {}.': '标题须为 1 至 {1} 个字符，而不是 {2} 个。',
  'There are {} articles and {} categories in it; move them first.': '其中有 {1} 篇文章和 {2} 个分类，请先移走。',
  'Name the language, as en or zh.': '请写明语言，如 en 或 zh。',
  'At most {} MB.': '最大 {1} MB。',
  'Its content was lost; attach it again.': '文件内容已丢失，请重新添加。',
  'There are at most {} lists of synonyms, not {}.': '同义词最多 {1} 组，而不是 {2} 组。',
  'A list of synonyms has 2 to {} phrases, not {}: {}.': '每组同义词须为 2 至 {1} 个，而不是 {2} 个：{3}。',
  'A synonym has 1 to {} characters; shorten or remove "{}".': '同义词须为 1 至 {1} 个字符，请缩短或删除“{2}”。',

  // ---- whatever is asked
  'The database is away; calls go on. Try again in a moment.': '数据库暂时不可用，通话不受影响。请稍后重试。',
  'The router takes no more for the moment; try again.': '路由暂时不再受理，请重试。',
  'The router waits for its database. What you asked is kept and done when it is back.':
    '路由正在等待数据库。您的请求已保留，恢复后即执行。',
  'Too many requests at once; try again.': '同时请求过多，请重试。',
  'At most {} requests a second, and {} at once.': '每秒最多 {1} 个请求，同时最多 {2} 个。',
  'Something is broken on the server; its log names the cause under {}.':
    '服务器出现故障；其日志中编号 {1} 处记有原因。',
  'The request was refused.': '请求被拒绝。',
  'There is nothing at this address.': '此地址没有内容。',
  'There is nothing with this id.': '没有此标识对应的内容。',
  'Not with this method.': '此地址不支持该请求方法。',
  'At most 64 kB.': '最大 64 kB。',
  'Missing, or not of the right kind.': '缺失，或类型不正确。',
  'Unknown field. Known here: {}.': '未知字段。此处可用：{1}。',
  'The body is not JSON.': '请求正文不是 JSON。',
  'The body must be a JSON object, not null.': '请求正文须为 JSON 对象，不能为 null。',
  'Not a JSON object.': '不是 JSON 对象。',
  'Send the body as {}.': '请求正文须以 {1} 发送。',
  'The body ended before it was complete.': '请求正文不完整。',
  'Not as described in /api/v1/openapi.json.': '与 /api/v1/openapi.json 的描述不符。',
  "Send the ETag of what you read as If-Match, so that nobody's change is overwritten.":
    '请将所读内容的 ETag 作为 If-Match 发送，以免覆盖他人的修改。',
  'Must be an ETag as it was answered, such as "7".': '须为服务器给出的 ETag，如 "7"。',
  'Must be an id (UUID).': '须为标识（UUID）。',
  'Must be an instant, as 2026-01-31T08:00:00Z.': '须为时刻，如 2026-01-31T08:00:00Z。',
  'Must be a day, as 2026-01-31.': '须为日期，如 2026-01-31。',
  'The last day lies before the first; exchange them.': '末日早于首日，请对调。',
  'The span is too long for these rows; ask for at most {} days.': '时段过长，最多可查 {1} 天。',
  'Must be a number from 1 to {}.': '须为 1 至 {1} 的数字。',
  'A key has 1 to {} characters.': '键须为 1 至 {1} 个字符。',
  'This key was used for another request; each needs a key of its own.': '该键已用于另一请求，每个请求须用各自的键。',
  'This was answered by {} at {}; read it first. Then send yours anyway, or discard it.':
    '{1} 已于 {2} 回复了该邮件，请先阅读；之后可仍然发送，或放弃。',
  'It was sent or discarded elsewhere. What you write on becomes a new answer.':
    '该草稿已在别处发送或放弃，继续书写的内容将成为新的回复。',
  'This mail was sent already; what you write now needs a new one.': '该邮件已发送，现在书写的内容需另起一封。',
  'This centre has no mailbox to write from; name one in its mailboxes first.':
    '本中心没有可用于发信的邮箱，请先配置一个。',
  'This customer refused to be contacted by mail; he is written to only when he writes first.':
    '该客户拒绝邮件联系，仅在其来信时方可回复。',
  'Nobody may write to {} of his own accord: its record says "do not contact".':
    '不得主动给 {1} 写信：其记录标明“请勿联系”。',
  'This customer has no such case.': '该客户没有此工单。',
  'This mail stands in another conversation by now. Look at the conversation again.':
    '该邮件现已在另一往来中，请重新查看。',
  'Only a mail that came in begins a conversation of its own.': '只有收到的邮件才能成为单独的往来。',
  'Nothing else would be left here: this conversation begins with that mail.':
    '拆分后此处将不剩任何邮件：本往来始于该邮件。',
  'One of the two was joined with another conversation meanwhile. Look at the list again.':
    '其中一个往来刚被并入另一往来，请重新查看列表。',
  'A mail comes into that conversation right now. Try again in a moment.': '该往来正收到新邮件，请稍后再试。',
  'Somebody is writing an answer in both conversations. One of the two is to be sent or discarded first.':
    '有人正在两个往来中书写回复，请先发送或放弃其中一封。',
  'There is no such mail in this conversation.': '本往来中没有此邮件。',
  'That is this conversation already.': '这就是本往来。',
  'Somebody takes that conversation right now. Look at the list again.': '有人正在接手该往来，请重新查看列表。',
  'Somebody has taken that conversation meanwhile, so that it stays split. Ask for it to be transferred or ended first.':
    '该往来刚被他人接手，因此保持拆分。请先请其转接或结束。',
  'There is nothing to undo.': '没有可撤销的操作。',
  'The conversation that it was split from has ended. Answer it here, or join another one with it.':
    '其拆分自的往来已结束。请在此回复，或将另一往来并入此处。',
  'This was undone already.': '该操作已撤销。',
  'Something was added since, so that it is not undone any more.': '其后已有新内容，无法再撤销。',
  'This customer has no such conversation.': '该客户没有此往来。',
  '{} has that conversation. Ask for it to be transferred or ended first.': '该往来由{1}处理，请先请其转接或结束。',
  'You are writing another answer in this conversation; send or discard it first.':
    '您正在此往来中书写另一封回复，请先发送或放弃它。',
  'Must be the next of the page before.': '必须是上一页给出的“next”。',
  'There is no such mail, or it is done.': '没有这封邮件，或其已处理完毕。',
  'This waits to be offered to somebody; nobody can take it.': '该邮件将由系统分派，不能自行领取。',
  'Take your seat first: sign in to the queues.': '请先就座：登录队列。',
  'This mail needs somebody else, by its queue or by its skills.': '按其队列或所需技能，该邮件需由其他坐席处理。',
  '{} is being offered it.': '该邮件正在分派给 {1}。',
  '{} has taken it.': '该邮件已被 {1} 领取。',
  'It waits for {} alone.': '该邮件仅等待 {1}。',
  'Answer first what is offered to you.': '请先应答分派给您的联系。',
  'You have no room for another mail: finish one first.': '您已无法再接一封邮件，请先处理完一封。',

  // ---- what is filled in
  agent: '坐席',
  article: '文章',
  calendar: '日历',
  case: '工单',
  'case category': '工单分类',
  category: '分类',
  customer: '客户',
  'customer segment': '客户级别',
  file: '文件',
  interaction: '联系记录',
  note: '备注',
  order: '订单',
  organisation: '单位',
  product: '产品',
  queue: '队列',
  skill: '技能',
  team: '班组',
};
