/** The page on which customers call. */
export const enContactPage = {
  'contactPage.title': 'Talk to us',
  'contactPage.lead': 'Call us from this page. You need no telephone and no account.',
  'contactPage.call': 'Call now',
  'contactPage.callAgain': 'Call again',
  'contactPage.hangUp': 'Hang up',
  'contactPage.needsMicrophone': 'The browser asks for your microphone: allow it, so that we can hear you.',
  'contactPage.menu': 'A short menu asks what it is about: press the keys shown here.',
  'contactPage.free': 'The call goes over the internet; nothing is installed.',
  'contactPage.callTime': 'Time since you were connected',
  'contactPage.waiting':
    'After the menu you wait in line and hear music until an agent answers. Stay on the line: when somebody speaks, just answer.',
  'contactPage.keysHint': 'Press the key that the voice names.',
  'contactPage.volume': 'Volume',
  'contactPage.noVoiceTitle': 'No calls from this page right now',
  'contactPage.noVoice': 'Our telephone system is switched off or away. Please try again later.',
  'contactPage.tryLater': 'Check your network, or try again in a moment.',
} as const;
