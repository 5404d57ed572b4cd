package io.ahoy.telephony.ami;

import java.time.Duration;

/** What happened at Asterisk, in the order in which it said so. {@code channel} is always a channel's unique id. */
public sealed interface AmiEvent {

    // ---- the link itself

    /** Logged in; what happened before is unknown. */
    record LinkUp() implements AmiEvent {}

    /** Until the next {@link LinkUp} nothing is heard and nothing can be said. */
    record LinkDown(String why) implements AmiEvent {}

    /** Something was missed or not understood although the link stands: what is known must be compared with Asterisk's own list. */
    record LinkDirty(String why) implements AmiEvent {}

    /** Asterisk is ready, and has been for so long. Comes at every login. */
    record Booted(Duration uptime) implements AmiEvent {}

    // ---- phones

    /**
     * A phone that could not be reached can be; comes at the change only, not whenever it registers again.
     *
     * @param endpoint such as {@code PJSIP/1001}
     */
    record PhoneCame(String endpoint) implements AmiEvent {}

    // ---- channels

    /**
     * A new channel.
     *
     * @param name such as {@code PJSIP/1001-00000003}
     */
    record Created(String channel, String name) implements AmiEvent {}

    /** The phone behind the channel is being called. */
    record Dialled(String channel) implements AmiEvent {}

    /** The channel runs a step of the dialplan in this context. */
    record InDialplan(String channel, String context, String extension) implements AmiEvent {}

    /** Its far end or a time-out asked for the hang-up, which {@link Gone} completes. */
    record HangupAsked(String channel, int cause) implements AmiEvent {}

    /**
     * The channel is no more.
     *
     * @param cause Q.850
     */
    record Gone(String channel, int cause) implements AmiEvent {}

    record Joined(String channel, String bridge) implements AmiEvent {}

    record Left(String channel, String bridge) implements AmiEvent {}

    /** The attempt to ring a phone is over: answered or not. */
    record RingEnded(String channel, boolean answered, int reason) implements AmiEvent {}

    /** A waiting caller pressed a key. */
    record KeyPressed(String channel, String key) implements AmiEvent {}
}
