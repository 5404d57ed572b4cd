package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Frame.Live;
import io.ahoy.desktop.feed.Frame.Need;
import io.ahoy.desktop.feed.Frame.OfferReason;
import io.ahoy.desktop.feed.Frame.PhoneFrame;
import io.ahoy.desktop.feed.Frame.Seat;
import io.ahoy.desktop.feed.Frame.SeatWork;
import io.ahoy.desktop.feed.Frame.Widened;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.LeastOccupied;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.MostSkilled;
import io.ahoy.router.acd.Output.Reason;
import io.ahoy.router.acd.OwnOrder;
import io.ahoy.router.acd.QueueChoice;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Rings;
import io.ahoy.router.acd.RoundRobin;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.Strategy;
import io.ahoy.router.acd.WeightedShare;
import io.ahoy.router.acd.WorkView;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.PhoneState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an agent sees of himself: his seat, what it is on, his phone. */
final class OwnView {
    private final Picture picture;
    private final Callers callers;
    private final Lines lines;
    private final ChosenPhones phones;

    OwnView(Picture picture, Callers callers, Lines lines, ChosenPhones phones) {
        this.picture = picture;
        this.callers = callers;
        this.lines = lines;
        this.phones = phones;
    }

    Seat seat(AgentId agent, Instant now) {
        return picture.seat(agent).map(this::seat).orElseGet(() -> signedOut(agent, now));
    }

    Optional<Live> live(AgentId agent) {
        return picture.seat(agent)
                .flatMap(seat ->
                        seat.interaction().flatMap(picture::interaction).map(interaction -> live(seat, interaction)));
    }

    PhoneFrame phone(AgentId agent) {
        Optional<InteractionId> interaction = picture.seat(agent).flatMap(SeatView::interaction);
        Optional<PhoneState> line = interaction.map(lines::of);
        return new PhoneFrame(
                interaction.map(InteractionId::value),
                line.filter(PhoneState::muted).isPresent(),
                line.filter(PhoneState::held).isPresent(),
                interaction.flatMap(lines::heldSince),
                line.filter(PhoneState::deviceLost).isPresent(),
                phones.deviceOf(agent));
    }

    private Seat seat(SeatView seat) {
        return new Seat(
                seat.agent().value(),
                seat.state(),
                seat.since(),
                seat.reason().map(reason -> reason.value()),
                seat.leaving(),
                seat.interaction().map(InteractionId::value),
                seat.offer().map(Object::toString),
                seat.queue().map(QueueId::value),
                seat.deadline(),
                seat.availableFrom(),
                phones.deviceOf(seat.agent()),
                BoardView.limit(seat),
                seat.works().stream().map(OwnView::work).toList());
    }

    private Seat signedOut(AgentId agent, Instant now) {
        return new Seat(
                agent.value(),
                SeatState.SIGNED_OUT,
                now,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                phones.deviceOf(agent),
                Optional.empty(),
                List.of());
    }

    private static SeatWork work(WorkView work) {
        return new SeatWork(
                work.interaction().value(),
                work.channel(),
                work.queue().value(),
                work.offer().toString(),
                work.state(),
                work.since(),
                work.deadline());
    }

    private Live live(SeatView seat, InteractionView interaction) {
        Callers.Caller caller = callers.known(interaction.id()).orElse(Callers.Caller.UNKNOWN);
        PhoneState line = lines.of(interaction.id());
        // After a transfer the interaction waits elsewhere or is closed while this seat still writes about it.
        boolean wrapsUp = seat.state() == SeatState.WRAP_UP;
        return new Live(
                interaction.id().value(),
                interaction.channel(),
                seat.queue().orElse(interaction.queue()).value(),
                wrapsUp ? InteractionState.WRAP_UP : interaction.state(),
                interaction.arrivedAt(),
                wrapsUp ? seat.since() : interaction.since(),
                interaction.enteredAt(),
                interaction.segment(),
                caller.from(),
                caller.withheld(),
                caller.customer(),
                seat.offer().flatMap(picture::reason).map(reason -> reason(interaction.id(), reason)),
                line.muted(),
                line.held(),
                lines.heldSince(interaction.id()));
    }

    private OfferReason reason(InteractionId interaction, Reason reason) {
        Duration headStart = Duration.between(reason.rank(), reason.waitsSince());
        return new OfferReason(
                reason.chosen(),
                name(reason.strategy()),
                name(reason.choice()),
                Need.of(reason.need()),
                reason.step(),
                picture.widened(interaction, reason.step())
                        .map(step -> new Widened(step.after(), Need.of(step.before()))),
                reason.preferred(),
                reason.tier(),
                headStart.isNegative() ? Duration.ZERO : headStart,
                reason.waitingInQueue(),
                reason.idleSeats(),
                reason.waitsSince(),
                reason.idleSince());
    }

    private static String name(Strategy strategy) {
        return switch (strategy) {
            case LongestIdle ignored -> "longestIdle";
            case MostSkilled ignored -> "mostSkilled";
            case LeastOccupied ignored -> "leastOccupied";
            case RoundRobin ignored -> "roundRobin";
            case Rings ignored -> "rings";
        };
    }

    private static String name(QueueChoice choice) {
        return switch (choice) {
            case BestRank ignored -> "rank";
            case OwnOrder ignored -> "ownOrder";
            case WeightedShare ignored -> "share";
        };
    }
}
