package io.ahoy.telephony.call;

import io.ahoy.router.acd.Input;
import io.ahoy.telephony.ami.ChannelStatus;

/** What a comparison with Asterisk's own list of channels brings to light, each to be acted on. */
sealed interface Finding {
    /** The router must hear it. */
    record Report(Input input) implements Finding {}

    /** Nobody needs this channel. */
    record Stray(String channel) implements Finding {}

    /** The customer stands where no music plays. */
    record Misplaced(Call call, ChannelStatus status) implements Finding {}

    /** He chose to be called back and is on the line still. */
    record Chose(Call call) implements Finding {}

    /** The customer is in a conversation without an agent. */
    record Alone(Call call) implements Finding {}

    /** A conversation that was muted or put on hold before we forgot it: its agent must see that. */
    record Unshown(Call call) implements Finding {}

    /** A waiting customer with an identity that the router does not know. */
    record Unreported(Call call, ChannelStatus status) implements Finding {}

    /** A waiting customer whom nobody gave an identity, because we could not be asked. */
    record Nameless(ChannelStatus status) implements Finding {}
}
