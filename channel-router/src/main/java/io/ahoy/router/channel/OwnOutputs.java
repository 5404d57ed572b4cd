package io.ahoy.router.channel;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Segment;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the outputs that are for one adapter from those for the others: most name an interaction, few its channel. Not for several threads. */
public final class OwnOutputs {
    private final Set<Channel> channels;
    private final Map<InteractionId, Channel> known = new HashMap<>();

    public OwnOutputs(Set<Channel> channels) {
        this.channels = EnumSet.copyOf(channels);
    }

    public void start(Image image) {
        image.interactions().forEach(this::see);
    }

    /** Without what is for interactions of other channels; what is about none, or about one nobody has told of, stays. */
    public List<Output> of(List<Output> batch) {
        batch.forEach(output -> view(output).ifPresent(this::see));
        List<Output> own = batch.stream().filter(this::isOwn).toList();
        batch.forEach(output -> view(output)
                .filter(view -> view.state() == InteractionState.CLOSED)
                .ifPresent(closed -> known.remove(closed.id())));
        return own;
    }

    private void see(InteractionView view) {
        known.put(view.id(), view.channel());
    }

    private boolean isOwn(Output output) {
        return about(output)
                .flatMap(id -> Optional.ofNullable(known.get(id)))
                .map(channels::contains)
                .orElse(true);
    }

    private static Optional<InteractionView> view(Output output) {
        return output instanceof Output.InteractionChanged(InteractionView view) ? Optional.of(view) : Optional.empty();
    }

    private static Optional<InteractionId> about(Output output) {
        return switch (output) {
            case Output.Offer offer -> of(offer.id());
            case Output.Retract retract -> of(retract.id());
            case Output.Connect connect -> of(connect.id());
            case Output.OfferEnded ended -> of(ended.id());
            case Output.HangUp hangUp -> Optional.of(hangUp.interaction());
            case Output.ReturnToLine back -> Optional.of(back.interaction());
            case Output.TransferOut out -> Optional.of(out.interaction());
            case Output.Reattach reattach -> Optional.of(reattach.interaction());
            case Output.Interrupt interrupt -> Optional.of(interrupt.interaction());
            case Output.Resume resume -> Optional.of(resume.interaction());
            case Output.Overflowed overflowed -> Optional.of(overflowed.interaction());
            case Output.Announce announce -> Optional.of(announce.interaction());
            case Output.NotTaken not -> Optional.of(not.interaction());
            case Output.InteractionChanged(InteractionView view) -> Optional.of(view.id());
            case Output.SegmentChanged(Segment segment) -> Optional.of(segment.interaction());
            case Output.SeatChanged ignored -> Optional.empty();
        };
    }

    private static Optional<InteractionId> of(OfferId offer) {
        return Optional.of(offer.interaction());
    }
}
