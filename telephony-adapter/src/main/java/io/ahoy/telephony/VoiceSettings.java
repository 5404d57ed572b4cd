package io.ahoy.telephony;

import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.AmiSettings;
import java.time.Duration;
import java.util.Map;

/**
 * How telephony is set up.
 *
 * @param agiHost where Asterisk finds us; loopback unless it runs elsewhere
 * @param agiPort 0 takes a free one
 * @param defaultQueue for callers who come without the IVR's choice, because it could not be asked
 * @param music class of each queue's music; {@code ahoy} where missing
 * @param reattachLimit how long a customer waits for an agent whose device vanished
 */
public record VoiceSettings(
        AmiSettings ami,
        String agiHost,
        int agiPort,
        QueueId defaultQueue,
        Map<QueueId, String> music,
        Duration reattachLimit) {
    public VoiceSettings {
        music = Map.copyOf(music);
    }

    public String musicOf(QueueId queue) {
        return music.getOrDefault(queue, "ahoy");
    }
}
