import type { enContactPage } from './enContactPage.ts';

/** 简体中文：客户来电页面。 */
export const zhContactPage: Record<keyof typeof enContactPage, string> = {
  'contactPage.title': '联系我们',
  'contactPage.lead': '直接在本页面给我们打电话，无需电话机，也无需账号。',
  'contactPage.call': '立即呼叫',
  'contactPage.callAgain': '再次呼叫',
  'contactPage.hangUp': '挂断',
  'contactPage.needsMicrophone': '浏览器会请求使用麦克风：请允许，这样我们才能听到您。',
  'contactPage.menu': '语音菜单会询问来电事由：请按本页显示的按键。',
  'contactPage.free': '通话通过互联网进行，无需安装任何软件。',
  'contactPage.callTime': '接通后已过',
  'contactPage.waiting': '选择菜单后，您会在队列中等待并听到音乐，直到坐席接听。请不要挂断；听到人声时直接说话即可。',
  'contactPage.keysHint': '请按语音提示的按键。',
  'contactPage.volume': '音量',
  'contactPage.noVoiceTitle': '目前无法从本页面呼叫',
  'contactPage.noVoice': '我们的电话系统已关闭或不可用，请稍后再试。',
  'contactPage.tryLater': '请检查网络，或稍后重试。',
};
