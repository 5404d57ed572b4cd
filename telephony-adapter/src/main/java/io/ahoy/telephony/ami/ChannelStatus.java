package io.ahoy.telephony.ami;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One channel as Asterisk lists it.
 *
 * @param channel its unique id
 * @param name such as {@code PJSIP/1001-00000003}
 * @param context where in the dialplan it is
 * @param variables those that were asked for and are set
 */
public record ChannelStatus(
        String channel,
        String name,
        boolean answered,
        String context,
        String extension,
        Duration age,
        Optional<String> bridge,
        Optional<String> callerNumber,
        Map<String, String> variables) {
    public ChannelStatus {
        variables = Map.copyOf(variables);
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
