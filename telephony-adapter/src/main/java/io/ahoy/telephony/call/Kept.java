package io.ahoy.telephony.call;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Outputs that wait, in their order, until Asterisk is there to carry them out. Touched only on the switchboard's thread. */
final class Kept {
    /** An offer kept for so long that only this remains of it is given back. */
    private static final Duration OFFER_REST = Duration.ofSeconds(2);

    private final Desk desk;
    private final List<Item> items = new ArrayList<>();

    private record Item(Output output, InteractionId about) {}

    Kept(Desk desk) {
        this.desk = desk;
    }

    void keep(Output output, InteractionId about) {
        items.add(new Item(output, about));
        if (output instanceof Output.Offer offer) {
            giveBackInTime(offer);
        }
    }

    /** What a retracted offer wanted: to ring, or to be joined, which would tear the customer from whomever he speaks with by then. */
    void forget(OfferId retracted) {
        items.removeIf(item ->
                (item.output() instanceof Output.Offer offer && offer.id().equals(retracted))
                        || (item.output() instanceof Output.Connect connect
                                && connect.id().equals(retracted)));
    }

    boolean isAbout(InteractionId interaction) {
        return items.stream().anyMatch(item -> item.about().equals(interaction));
    }

    /** All of them; none is kept any more. */
    List<Output> release() {
        List<Output> all = items.stream().map(Item::output).toList();
        items.clear();
        return all;
    }

    /** An agent must not count as having missed an offer that never rang. */
    private void giveBackInTime(Output.Offer offer) {
        Duration left = Duration.between(desk.now(), offer.deadline()).minus(OFFER_REST);
        desk.after(left.isNegative() ? Duration.ZERO : left, () -> {
            if (items.removeIf(item -> item.output().equals(offer))) {
                desk.tell(new Input.OfferFailed(offer.id(), OfferFailure.LOST_IN_RESTART));
            }
        });
    }
}
