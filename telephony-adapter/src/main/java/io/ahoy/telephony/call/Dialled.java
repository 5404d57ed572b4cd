package io.ahoy.telephony.call;

import io.ahoy.router.acd.OfferId;
import java.util.Optional;

/**
 * Channels of customers who are called back. The id is ours, {@code c-<offer>}, so that it is recognised after any gap. It is a Local
 * channel; its far end, with which the trunk is joined, is nobody of ours.
 */
final class Dialled {
    private static final String CUSTOMER = "c-";
    private static final String FAR_END = ";2";

    private Dialled() {}

    static String channelOf(OfferId offer) {
        return CUSTOMER + offer;
    }

    static String farEndOf(OfferId offer) {
        return channelOf(offer) + FAR_END;
    }

    static boolean isFarEnd(String channel) {
        return channel.startsWith(CUSTOMER) && channel.endsWith(FAR_END);
    }

    static Optional<OfferId> offerIn(String channel) {
        if (!channel.startsWith(CUSTOMER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OfferId.parse(channel.substring(CUSTOMER.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
