package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.WidenedNeeds.Widened;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Output.Reason;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.Segment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The seats and open interactions as the outputs so far left them. Written by the feed's thread, read by every thread. */
public final class Picture {
    /** Who is first in line comes first. */
    static final Comparator<InteractionView> IN_LINE = Comparator.comparing(
                    InteractionView::tier, Comparator.reverseOrder())
            .thenComparing(InteractionView::rank)
            .thenComparing(InteractionView::id);

    private final Map<AgentId, SeatView> seats = new ConcurrentHashMap<>();
    private final Map<InteractionId, InteractionView> interactions = new ConcurrentHashMap<>();
    /** Closed or gone elsewhere, but somebody still writes about it. */
    private final Map<InteractionId, InteractionView> closed = new ConcurrentHashMap<>();

    private final Map<InteractionId, OfferReason> reasons = new ConcurrentHashMap<>();

    private final Promises promises = new Promises();
    private final WidenedNeeds widened = new WidenedNeeds();

    private record OfferReason(OfferId offer, Reason reason) {}

    void start(Image image, Instant at) {
        image.seats().forEach(this::put);
        image.interactions().forEach(interaction -> put(interaction, at));
        image.contacts().forEach(contact -> promises.entered(contact.segment()));
    }

    /** Whether anything shown on the board is different now. */
    boolean apply(Output output, Instant at) {
        return switch (output) {
            case Output.SeatChanged(SeatView seat) -> put(seat);
            case Output.InteractionChanged(InteractionView interaction) -> put(interaction, at);
            case Output.Offer offer -> {
                reasons.put(offer.id().interaction(), new OfferReason(offer.id(), offer.reason()));
                yield false;
            }
            case Output.SegmentChanged(Segment segment) -> {
                promises.entered(segment);
                yield true;
            }
            case Output.OfferEnded ignored -> false;
            case Output.Retract ignored -> false;
            case Output.Connect ignored -> false;
            case Output.HangUp ignored -> false;
            case Output.ReturnToLine ignored -> false;
            case Output.TransferOut ignored -> false;
            case Output.Reattach ignored -> false;
            case Output.Interrupt ignored -> false;
            case Output.Resume ignored -> false;
            case Output.Overflowed ignored -> false;
            case Output.NotTaken ignored -> false;
            case Output.Announce told -> {
                int segment = interaction(told.interaction())
                        .map(InteractionView::segment)
                        .orElse(0);
                promises.announced(told.interaction(), segment, told.estimate(), at);
                yield true;
            }
        };
    }

    public Optional<SeatView> seat(AgentId agent) {
        return Optional.ofNullable(seats.get(agent));
    }

    public Optional<InteractionView> interaction(InteractionId id) {
        return Optional.ofNullable(interactions.get(id)).or(() -> Optional.ofNullable(closed.get(id)));
    }

    /** Whether nobody has anything to do with it any more. */
    boolean isGone(InteractionId id) {
        return !interactions.containsKey(id) && !closed.containsKey(id);
    }

    /** Why this offer was made; unknown for one made before the last restart. */
    Optional<Reason> reason(OfferId offer) {
        return Optional.ofNullable(reasons.get(offer.interaction()))
                .filter(known -> known.offer().equals(offer))
                .map(OfferReason::reason);
    }

    /** What the step that led to this offer changed. */
    Optional<Widened> widened(InteractionId interaction, int step) {
        return widened.of(interaction, step);
    }

    /** How much longer it will wait, as far as that was estimated. */
    Optional<Estimate> estimate(InteractionId interaction, Instant now) {
        return promises.of(interaction, now);
    }

    List<SeatView> seats() {
        return List.copyOf(seats.values());
    }

    /** Those in line and those ringing at an agent, who are still in line if he does not answer. */
    List<InteractionView> waiting() {
        return interactions.values().stream()
                .filter(Picture::isWaiting)
                .sorted(IN_LINE)
                .toList();
    }

    /** Callbacks that are not due yet, the next one first. */
    List<InteractionView> scheduled() {
        return interactions.values().stream()
                .filter(interaction -> interaction.state() == InteractionState.SCHEDULED)
                .sorted(Comparator.comparing((InteractionView one) -> one.due().orElse(Instant.MAX))
                        .thenComparing(InteractionView::id))
                .toList();
    }

    static boolean isWaiting(InteractionView interaction) {
        return interaction.state() == InteractionState.WAITING || interaction.state() == InteractionState.OFFERED;
    }

    private boolean put(SeatView seat) {
        if (seat.state() == SeatState.SIGNED_OUT) {
            seats.remove(seat.agent());
        } else {
            seats.put(seat.agent(), seat);
        }
        closed.keySet().removeIf(id -> !isSomebodyOn(id));
        return true;
    }

    private boolean put(InteractionView interaction, Instant at) {
        if (interaction.state() == InteractionState.CLOSED) {
            interactions.remove(interaction.id());
            reasons.remove(interaction.id());
            promises.forget(interaction.id());
            widened.forget(interaction.id());
            if (isSomebodyOn(interaction.id())) {
                closed.put(interaction.id(), interaction);
            }
        } else {
            Optional<InteractionView> before = Optional.ofNullable(interactions.put(interaction.id(), interaction));
            widened.changed(before, interaction, at);
        }
        return true;
    }

    private boolean isSomebodyOn(InteractionId id) {
        return seats.values().stream()
                .anyMatch(seat -> seat.interaction().filter(id::equals).isPresent());
    }
}
