package io.ahoy.telephony.ami;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewExtenEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.PeerStatusEvent;
import org.jspecify.annotations.Nullable;

/** From the library's events, whose every field may be missing, to ours. */
final class EventTranslation {
    /** Names on the wire of the events translated here, so that a lost one is noticed. */
    static final Set<String> TRANSLATED = Set.of(
            "Newchannel",
            "DialBegin",
            "Newexten",
            "HangupRequest",
            "Hangup",
            "BridgeEnter",
            "BridgeLeave",
            "OriginateResponse");

    private EventTranslation() {}

    static boolean isCounted(ManagerEvent event) {
        return event instanceof NewChannelEvent
                || event instanceof DialBeginEvent
                || event instanceof NewExtenEvent
                || event instanceof HangupRequestEvent
                || event instanceof HangupEvent
                || event instanceof BridgeEnterEvent
                || event instanceof BridgeLeaveEvent
                || event instanceof OriginateResponseEvent;
    }

    /** Empty for events that mean nothing to us. */
    static Optional<AmiEvent> of(ManagerEvent event) {
        if (event instanceof NewChannelEvent e) {
            return Optional.of(new AmiEvent.Created(id(e.getUniqueId()), text(e.getChannel())));
        }
        if (event instanceof DialBeginEvent e) {
            return Optional.of(new AmiEvent.Dialled(id(e.getDestUniqueId())));
        }
        if (event instanceof NewExtenEvent e) {
            return Optional.of(new AmiEvent.InDialplan(id(e.getUniqueId()), text(e.getContext()), text(e.getExten())));
        }
        if (event instanceof HangupRequestEvent e) {
            return Optional.of(new AmiEvent.HangupAsked(id(e.getUniqueId()), number(e.getCause())));
        }
        if (event instanceof HangupEvent e) {
            return Optional.of(new AmiEvent.Gone(id(e.getUniqueId()), number(e.getCause())));
        }
        if (event instanceof BridgeEnterEvent e) {
            return Optional.of(new AmiEvent.Joined(id(e.getUniqueId()), text(e.getBridgeUniqueId())));
        }
        if (event instanceof BridgeLeaveEvent e) {
            return Optional.of(new AmiEvent.Left(id(e.getUniqueId()), text(e.getBridgeUniqueId())));
        }
        if (event instanceof OriginateResponseEvent e) {
            return Optional.of(new AmiEvent.RingEnded(id(e.getUniqueId()), e.isSuccess(), number(e.getReason())));
        }
        if (event instanceof FullyBootedEvent e) {
            return Optional.of(new AmiEvent.Booted(Duration.ofSeconds(number(e.getUptime()))));
        }
        if (event instanceof PeerStatusEvent e && PeerStatusEvent.STATUS_REACHABLE.equals(e.getPeerStatus())) {
            return Optional.of(new AmiEvent.PhoneCame(text(e.getPeer())));
        }
        if (event instanceof AhoyKeyEvent e) {
            return Optional.of(new AmiEvent.KeyPressed(id(e.getUniqueId()), text(e.getKey())));
        }
        return Optional.empty();
    }

    /** An id that holds a line break was composed of two headers of the same name: somebody smuggled one in. */
    private static String id(@Nullable String channel) {
        if (channel == null || channel.isEmpty() || channel.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("event without one channel id");
        }
        return channel;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
