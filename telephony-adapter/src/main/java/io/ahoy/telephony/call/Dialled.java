package io.ahoy.telephony.call;

import io.ahoy.router.acd.OfferId;
import java.util.Optional;

/** Channels of customers who are called back. The id is ours, {@code c-<offer>}, so that it is recognised after any gap. */
final class Dialled {
    private static final String CUSTOMER = "c-";

    private Dialled() {}

    static String channelOf(OfferId offer) {
        return CUSTOMER + offer;
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
