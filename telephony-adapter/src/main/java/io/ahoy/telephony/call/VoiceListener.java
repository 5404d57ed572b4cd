package io.ahoy.telephony.call;

/** What desktops show of the telephones. Called on the switchboard's thread: hand over and return. */
public interface VoiceListener {
    default void phone(PhoneState state) {}

    /**
     * A phone that could not be reached can be.
     *
     * @param endpoint as {@link Phones} names it
     */
    default void phoneCame(String endpoint) {}

    /** Asterisk is connected and what is known agrees with it. */
    default void voiceUp() {}

    /** Conversations and waiting callers stay where they are, but nothing can be steered. */
    default void voiceDown(String why) {}
}
