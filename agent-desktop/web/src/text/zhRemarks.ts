/**
 * 简体中文：服务器对邮件的说明，显示在邮件会话中。 Written as {@link zhRefusals} is; a sentence that the server says of a mail and that is not
 * here stays English, and a test fails.
 */
export const zhRemarks: Readonly<Record<string, string>> = {
  // ---- what could not be read
  'The mail can be read only in part: {}': '只能读取邮件的一部分：{1}',
  'The structure of the mail is broken from some point on: {}': '邮件的结构自某处起已损坏：{1}',
  'It has no header that could be read, so it is no mail; its raw content is shown.':
    '没有可读的邮件头，因此不是邮件；显示其原始内容。',
  'Reading it did not come to an end twice; it is shown as it came.': '两次读取都未能完成；按收到时的样子显示。',
  'Reading it took longer than {} s; it is shown as it came.': '读取超过 {1} 秒；按收到时的样子显示。',
  'It could not be read; it is shown as it came.': '无法读取；按收到时的样子显示。',
  'It could not be read.': '无法读取。',
  'Its content is missing in the store of files.': '文件库中缺少其内容。',

  // ---- what is left out
  'There are more or longer headers than are read ({} of {} kB for a part); the rest is left out.':
    '邮件头多于或长于所读取的范围（每部分 {1} 个、{2} kB）；其余已略去。',
  'The mail has more parts than are read; those that follow are not listed.':
    '邮件的部分多于所读取的数量；其后的部分未列出。',
  'Its parts are nested more than {} deep; the innermost are shown as one.':
    '各部分嵌套超过 {1} 层；最内层的合并显示。',
  'Mails are attached to mails more than {} deep; the innermost are not opened.':
    '邮件中附带邮件超过 {1} 层；最内层的未打开。',
  'The text of part {} is longer than is shown; the whole part can be saved.':
    '第 {1} 部分的文本过长，未全部显示；可保存整个部分。',
  'The HTML is longer than is shown; the whole part can be saved.': 'HTML 过长，未全部显示；可保存整个部分。',

  // ---- parts that are not what they say
  'Part {}: {}': '第 {1} 部分：{2}',
  'Part {} says that it is “{}” and is “{}”; it is listed as what it is.':
    '第 {1} 部分自称“{2}”，实为“{3}”；按实际类型列出。',
  'Part {} says that it has parts and not where they end; it is shown as text.':
    '第 {1} 部分自称含有多个部分，却未标明分界；按文本显示。',
  "Part {} holds Outlook's own format and is broken; what could be found in it is listed.":
    '第 {1} 部分为 Outlook 专有格式且已损坏；列出其中可找到的内容。',
  'It says that it is encoded as base64 and is not; it is shown as it came.':
    '自称为 base64 编码，实际并非如此；按收到时的样子显示。',
  'It is encoded as “{}”, which is unknown; it is shown as it came.': '编码“{1}”无法识别；按收到时的样子显示。',
  'Its encoding is broken; what is readable is kept.': '编码已损坏；保留可读的内容。',
  'Some bytes are no characters of {}; they are shown as �.': '部分字节不属于字符集 {1}；显示为 �。',
  'The bytes do not fit the character set “{}”; they were read as {}.': '字节与字符集“{1}”不符；已按 {2} 读取。',
  'No character set is named; the bytes were read as {}.': '未注明字符集；已按 {1} 读取。',

  // ---- signatures and encryption
  'It says that it is signed, but nobody has signed it.': '自称已签名，但无人签名。',
  "The signature can't be checked: the signer's certificate is not in the mail.":
    '无法验证签名：邮件中没有签名者的证书。',
  "The signature can't be checked: neither it nor the mail says when it was made.":
    '无法验证签名：签名和邮件都未注明签名时间。',
  "The signer's certificate was not in force when the mail was signed.": '签名时签名者的证书不在有效期内。',
  'The signature does not fit the content: the mail was changed after it was signed.':
    '签名与内容不符：邮件在签名后被改动。',
  'The signature fits, but its certificate is not meant for signing mails.': '签名相符，但其证书不用于签署邮件。',
  'The signature fits, but nobody whom we trust vouches for its signer.': '签名相符，但没有受信任的机构为签名者担保。',
  'The signature fits, but its signer ({}) is not the sender.': '签名相符，但签名者（{1}）不是发件人。',
  'without an address': '未注明地址',
  'Signed by {}, and not changed since.': '由 {1} 签名，此后未被改动。',
  "It is signed with PGP, which can't be checked here.": '使用 PGP 签名，此处无法验证。',
  "Only a part of it is signed; the rest may be anybody's.": '只有一部分已签名；其余可能出自任何人。',
  'Its signature is broken.': '签名已损坏。',
  "Its signature is broken and can't be checked.": '签名已损坏，无法验证。',
  'It has a signature and nothing that was signed.': '有签名，却没有被签名的内容。',
  'It was encrypted, and has been decrypted.': '收到时已加密，现已解密。',
  "It is encrypted with PGP, which can't be decrypted here.": '使用 PGP 加密，此处无法解密。',
  "It is protected by S/MIME, but what protects it is broken, so it can't be opened.":
    '受 S/MIME 保护，但保护部分已损坏，无法打开。',
  'It is encrypted by S/MIME for nobody whose key we have.': '使用 S/MIME 加密，我们没有任何收件人的密钥。',

  // ---- where it belongs
  "The sender's address may be forged: {} reports dmarc=fail.": '发件人地址可能是伪造的：{1} 报告 dmarc=fail。',
  'Dropped as spam by the rule {}.': '被规则 {1} 作为垃圾邮件丢弃。',
  'Noted on the mail that it is about.': '已记录在所涉及的邮件上。',
  'It is about no mail of ours.': '所涉及的不是我们的邮件。',
  'It came before the follow-up of this conversation, which is dropped.': '在此会话的跟进时间之前收到，跟进已取消。',
  'Another copy of it came before.': '此前已收到另一份副本。',

  // ---- why it has not gone
  'Mailbox {} is not configured any more.': '邮箱 {1} 已不再配置。',
  'Given up after {} days: {}': '{1} 天后放弃：{2}',
  'Ahoy ended while it was being sent.': '发送过程中系统已停止。',
  'The mail cannot be written: {}': '无法生成邮件：{1}',
  'It cannot be signed: {}': '无法签名：{1}',
};
