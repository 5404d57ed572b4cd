package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One interaction at a seat, from the offer to the end of the paperwork. Its deadline is that of its state. */
final class Work extends Timed {
    final Seat seat;
    /** What it is about; after a transfer it is elsewhere, or closed. Absent if it was closed before the last start. */
    @Nullable
    Contact contact;

    final InteractionId interaction;
    final Channel channel;
    final Queue in;
    final OfferId offer;
    WorkState state;
    Instant since;
    int extensions;
    /** The segment that he still has to clear; after a transfer the interaction itself is already elsewhere. */
    Optional<Segment> segment = Optional.empty();

    Work(Seat seat, Contact contact, OfferId offer, Instant now) {
        this.seat = seat;
        this.contact = contact;
        this.interaction = contact.id;
        this.channel = contact.channel;
        this.in = contact.in;
        this.offer = offer;
        this.state = WorkState.OFFERED;
        this.since = now;
    }

    Work(Seat seat, WorkView view, Optional<Segment> segment, Queue in) {
        this.seat = seat;
        this.interaction = view.interaction();
        this.channel = view.channel();
        this.in = in;
        this.offer = view.offer();
        this.state = view.state();
        this.since = view.since();
        this.extensions = view.extensions();
        this.segment = segment;
    }

    /** The agent does it, or did and still writes about it. */
    boolean isBusy() {
        return state != WorkState.OFFERED;
    }

    WorkView view() {
        return new WorkView(interaction, channel, in.id, offer, state, since, deadline(), extensions);
    }
}
