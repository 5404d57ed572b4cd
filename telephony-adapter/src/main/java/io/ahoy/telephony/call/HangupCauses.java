package io.ahoy.telephony.call;

import io.ahoy.router.acd.OfferFailure;

/**
 * What a channel's end means. Q.850 causes as Asterisk 22 was seen to give them for SIP answers: 404 → 1, 486 → 17, 480 → 19,
 * 603 → 21; sound that stopped → 44. A phone that is not registered never gets a channel.
 */
final class HangupCauses {
    private static final int UNALLOCATED = 1;
    private static final int NO_ROUTE = 3;
    private static final int USER_BUSY = 17;
    private static final int NO_USER_RESPONSE = 18;
    private static final int NO_ANSWER = 19;
    private static final int SUBSCRIBER_ABSENT = 20;
    private static final int CALL_REJECTED = 21;
    private static final int DESTINATION_OUT_OF_ORDER = 27;
    private static final int NETWORK_OUT_OF_ORDER = 38;
    private static final int TEMPORARY_FAILURE = 41;
    private static final int REQUESTED_CHANNEL_UNAVAILABLE = 44;
    private static final int RECOVERY_ON_TIMER_EXPIRY = 102;

    private HangupCauses() {}

    /** The agent refused: 603, or 480 as browsers' phones send it. */
    static boolean isDeclined(int cause) {
        return cause == CALL_REJECTED || cause == NO_ANSWER;
    }

    static OfferFailure failure(int cause) {
        return switch (cause) {
            case USER_BUSY -> OfferFailure.BUSY;
            case UNALLOCATED, NO_ROUTE, NO_USER_RESPONSE, SUBSCRIBER_ABSENT, DESTINATION_OUT_OF_ORDER ->
                OfferFailure.DEVICE_UNREACHABLE;
            default -> OfferFailure.NETWORK;
        };
    }

    /** The device vanished from a conversation; nobody hung up. */
    static boolean isDeviceLost(int cause) {
        return switch (cause) {
            case REQUESTED_CHANNEL_UNAVAILABLE,
                    RECOVERY_ON_TIMER_EXPIRY,
                    DESTINATION_OUT_OF_ORDER,
                    NETWORK_OUT_OF_ORDER,
                    TEMPORARY_FAILURE,
                    NO_USER_RESPONSE -> true;
            default -> false;
        };
    }
}
