import type { Channel } from '../api/types.ts';
import { t } from '../text/text.ts';
import { Icon, type IconName } from './Icon.tsx';

const ICONS: Record<Channel, IconName> = {
  VOICE: 'phone',
  EMAIL: 'mail',
  FAX: 'fax',
  CHAT: 'chat',
  CALLBACK: 'callback',
};

export function ChannelIcon({ channel }: { channel: Channel }) {
  return (
    <span class="channel" role="img" aria-label={t(`channel.${channel}`)} title={t(`channel.${channel}`)}>
      <Icon name={ICONS[channel]} />
    </span>
  );
}
