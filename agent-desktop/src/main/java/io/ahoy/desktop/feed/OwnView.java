package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Frame.Live;
import io.ahoy.desktop.feed.Frame.OfferReason;
import io.ahoy.desktop.feed.Frame.PhoneFrame;
import io.ahoy.desktop.feed.Frame.Seat;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillId;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.PhoneState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

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
                BoardView.limit(seat));
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
                Optional.empty());
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
                seat.offer().flatMap(picture::reason).map(OwnView::reason),
                line.muted(),
                line.held());
    }

    private static OfferReason reason(io.ahoy.router.acd.Output.Reason reason) {
        return new OfferReason(
                "longestIdle",
                reason.need().levels().keySet().stream().map(SkillId::value).collect(Collectors.joining(", ")),
                reason.waitingInQueue(),
                reason.idleSeats(),
                reason.waitsSince(),
                Optional.of(reason.idleSince()));
    }
}
