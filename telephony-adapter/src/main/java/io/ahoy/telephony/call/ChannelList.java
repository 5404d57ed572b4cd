package io.ahoy.telephony.call;

import io.ahoy.telephony.ami.ChannelStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asterisk's list of its channels, by their unique ids. */
final class ChannelList {
    private final Map<String, ChannelStatus> channels = new LinkedHashMap<>();

    ChannelList(List<ChannelStatus> all) {
        all.forEach(status -> channels.put(status.channel(), status));
    }

    Collection<ChannelStatus> all() {
        return channels.values();
    }

    Optional<ChannelStatus> status(String channel) {
        return Optional.ofNullable(channels.get(channel));
    }

    boolean holds(String channel) {
        return channels.containsKey(channel);
    }

    boolean isAnswered(String channel) {
        return status(channel).filter(ChannelStatus::answered).isPresent();
    }

    Optional<String> bridgeOf(String channel) {
        return status(channel).flatMap(ChannelStatus::bridge);
    }

    boolean inContext(String channel, String context) {
        return status(channel)
                .filter(status -> status.context().equals(context))
                .isPresent();
    }

    boolean isMuted(String channel) {
        return status(channel)
                .flatMap(status -> status.variable(Exchange.MUTED))
                .filter("on"::equals)
                .isPresent();
    }
}
