package io.ahoy.telephony;

import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.AmiSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How telephony is set up.
 *
 * @param agiHost where Asterisk finds us; loopback unless it runs elsewhere
 * @param agiPort 0 takes a free one
 * @param trunk name of the PJSIP endpoint through which customers are called back
 * @param defaultQueue for callers who come without the IVR's choice, because it could not be asked
 * @param music class of each queue's music, as configured at the moment
 * @param reattachLimit how long a customer waits for an agent whose device vanished
 */
public record VoiceSettings(
        AmiSettings ami,
        String agiHost,
        int agiPort,
        String trunk,
        QueueId defaultQueue,
        Function<QueueId, String> music,
        Duration reattachLimit) {
    /** Of queues that do not name another one. */
    public static final String MUSIC = "ahoy";

    /** It becomes part of what Asterisk dials, where other characters begin something else. */
    private static final Pattern TRUNK = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

    public VoiceSettings {
        if (!TRUNK.matcher(trunk).matches()) {
            throw new IllegalArgumentException("not the name of a trunk: " + trunk);
        }
    }

    /** With music that stays the same. */
    public VoiceSettings(
            AmiSettings ami,
            String agiHost,
            int agiPort,
            String trunk,
            QueueId defaultQueue,
            Map<QueueId, String> music,
            Duration reattachLimit) {
        this(ami, agiHost, agiPort, trunk, defaultQueue, queue -> music.getOrDefault(queue, MUSIC), reattachLimit);
    }
}
