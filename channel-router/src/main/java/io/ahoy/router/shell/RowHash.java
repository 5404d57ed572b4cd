package io.ahoy.router.shell;

import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.Segment;
import io.ahoy.router.acd.WorkView;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one row of the journal led to, as a hash that stands in the row, so that a replay can tell whether it says the same again. It is
 * over numbers, because the router writes one for each row it decides: over texts it would cost more than the decisions. What is left out
 * (reasons, needs, the number of a transfer, which erasing a person takes out of the journal) follows from what is in.
 */
public final class RowHash {
    /** Odd, and without a pattern: the golden ratio in 64 bits. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long value = STEP;

    private RowHash() {}

    /** Over all that was said, in its order: 16 hexadecimal digits. */
    public static String of(List<Output> said) {
        RowHash hash = new RowHash();
        said.forEach(hash::add);
        return HexFormat.of().toHexDigits(hash.value);
    }

    private void add(Output output) {
        switch (output) {
            case Output.Offer offer ->
                kind(1).add(offer.id())
                        .add(offer.agent().value())
                        .add(offer.queue())
                        .add(offer.deadline())
                        .add(offer.reason().rank());
            case Output.Retract retract -> kind(2).add(retract.id()).add(retract.outcome());
            case Output.Connect connect ->
                kind(3).add(connect.id()).add(connect.agent().value());
            case Output.HangUp hangUp -> kind(4).add(hangUp.interaction());
            case Output.ReturnToLine back -> kind(5).add(back.interaction()).add(back.queue());
            case Output.TransferOut out -> kind(6).add(out.interaction());
            case Output.Reattach reattach ->
                kind(7).add(reattach.interaction()).add(reattach.agent().value());
            case Output.Interrupt interrupt -> kind(8).add(interrupt.interaction());
            case Output.Resume resume -> kind(9).add(resume.interaction());
            case Output.Overflowed overflowed ->
                kind(10).add(overflowed.interaction())
                        .add(overflowed.queue())
                        .add(overflowed.action().getClass().getSimpleName());
            case Output.Announce announce ->
                kind(11).add(announce.interaction()).add(announce.queue()).add(announce.estimate());
            case Output.SeatChanged(SeatView seat) -> add(seat);
            case Output.InteractionChanged(InteractionView view) -> add(view);
            case Output.SegmentChanged(Segment segment) -> add(segment);
            case Output.OfferEnded ended ->
                kind(15).add(ended.id())
                        .add(ended.agent().value())
                        .add(ended.endedAt())
                        .add(ended.outcome());
            case Output.NotTaken not ->
                kind(16).add(not.interaction()).add(not.agent().value()).add(not.why());
        }
    }

    private void add(SeatView seat) {
        kind(12).add(seat.agent().value()).add(seat.state()).add(seat.since());
        seat.deadline().ifPresent(this::add);
        for (WorkView work : seat.works()) {
            add(work.interaction()).add(work.state()).add(work.since()).mix(work.extensions());
        }
    }

    private void add(InteractionView view) {
        kind(13).add(view.id())
                .add(view.queue())
                .add(view.state())
                .add(view.rank())
                .add(view.since())
                .mix(view.step());
        view.agent().ifPresent(agent -> add(agent.value()));
        view.due().ifPresent(this::add);
    }

    private void add(Segment segment) {
        kind(14).add(segment.interaction())
                .mix(segment.number())
                .add(segment.queue())
                .add(segment.outcome())
                .add(segment.enteredAt());
        segment.agent().ifPresent(agent -> add(agent.value()));
        add(segment.answeredAt()).add(segment.endedAt()).add(segment.clearedAt());
    }

    private RowHash kind(int number) {
        return mix(number);
    }

    private RowHash add(Estimate estimate) {
        return mix(estimate.position()).add(estimate.low()).add(estimate.high());
    }

    private RowHash add(OfferId offer) {
        return add(offer.interaction()).mix(offer.attempt());
    }

    private RowHash add(InteractionId interaction) {
        return add(interaction.value());
    }

    private RowHash add(QueueId queue) {
        return add(queue.value());
    }

    private RowHash add(UUID id) {
        return mix(id.getMostSignificantBits()).mix(id.getLeastSignificantBits());
    }

    /** The language says how it is computed, so that it is the same everywhere. */
    private RowHash add(String text) {
        return mix(text.hashCode());
    }

    /** By its name: its place may change when one is added, and its own hash differs from start to start. */
    private RowHash add(Enum<?> constant) {
        return add(constant.name());
    }

    private RowHash add(Instant at) {
        return mix(at.getEpochSecond()).mix(at.getNano());
    }

    private RowHash add(Optional<Instant> at) {
        return at.map(this::add).orElseGet(() -> mix(0));
    }

    private RowHash add(Duration length) {
        return mix(length.getSeconds()).mix(length.getNano());
    }

    /** The last steps of SplitMix64, which spread every bit over all. */
    private RowHash mix(long number) {
        long mixed = (value ^ number) * STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        value = mixed ^ (mixed >>> 31);
        return this;
    }
}
