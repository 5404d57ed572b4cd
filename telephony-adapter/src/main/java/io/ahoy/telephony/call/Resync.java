package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on what a comparison found. */
final class Resync {
    private static final Logger log = LoggerFactory.getLogger(Resync.class);

    private final Desk desk;
    private final Talks talks;
    private final Callbacks callbacks;
    private final Newcomers newcomers;
    private final QueueId defaultQueue;

    Resync(Desk desk, Talks talks, Callbacks callbacks, Newcomers newcomers, QueueId defaultQueue) {
        this.desk = desk;
        this.talks = talks;
        this.callbacks = callbacks;
        this.newcomers = newcomers;
        this.defaultQueue = defaultQueue;
    }

    void act(List<Finding> findings) {
        if (!findings.isEmpty()) {
            log.info("compared with Asterisk: {}", findings);
        }
        List<Arrival> arrivals = new ArrayList<>();
        Confined.each(findings, this::named, finding -> act(finding, arrivals));
        // In the order in which they came, not in the order of Asterisk's list.
        arrivals.sort(Comparator.comparing(Arrival::arrivedAt));
        Confined.each(arrivals, arrival -> arrival, this::report);
    }

    /** @param askedAt when the list was asked for */
    void closeUnseen(List<ChannelStatus> channels, Instant askedAt) {
        Set<InteractionId> present = new HashSet<>(desk.views.keySet());
        desk.book.calls().forEach(call -> present.add(call.id));
        channels.forEach(status -> Reconciler.identity(status).ifPresent(present::add));
        newcomers.leftUnseen(present, askedAt);
    }

    private void act(Finding finding, List<Arrival> arrivals) {
        switch (finding) {
            case Finding.Report report -> desk.tell(report.input());
            case Finding.Stray stray -> hangUp(stray.channel());
            case Finding.Misplaced misplaced -> desk.tryTo(desk.exchange.backToMusic(misplaced.call().channel));
            case Finding.Chose chose -> callbacks.seen(chose.call());
            case Finding.Alone alone -> talks.awaitDevice(alone.call());
            case Finding.Unshown unshown -> desk.publish(unshown.call());
            case Finding.Unreported unreported -> arrivals.add(returning(unreported));
            case Finding.Nameless nameless -> arrivals.add(nameless(nameless.status()));
        }
    }

    /** With the interaction's id, which a stray channel alone does not tell. */
    private Object named(Finding finding) {
        return finding instanceof Finding.Stray(String channel)
                ? finding + " of " + desk.book.interactionOf(channel)
                : finding;
    }

    private void report(Arrival arrival) {
        if (arrival.known().filter(call -> call.reporting).isPresent()) {
            return;
        }
        // Known to the router at the last comparison and still not in its picture: it has closed him while he was on
        // the line, so
        // he is a new one.
        Call call = arrival.known().filter(known -> !known.knownBefore).orElseGet(() -> named(arrival));
        desk.arrive(call, arrival.queue(), arrival.arrivedAt(), new CompletableFuture<>());
    }

    private Call named(Arrival arrival) {
        ChannelStatus status = arrival.status();
        InteractionId id = newcomers.identify(arrival.arrivedAt());
        CallerId shown = new CallerId("", status.callerNumber().orElse(""));
        arrival.known().ifPresent(desk.book::remove);
        Call call = new Call(id, status.channel(), status.name(), shown, Call.Stage.IN_LINE);
        desk.book.add(call);
        desk.tryTo(desk.exchange.set(status.channel(), Exchange.IID, id.toString()));
        desk.tryTo(desk.exchange.set(
                status.channel(), Exchange.QUEUE, arrival.queue().value()));
        desk.tryTo(desk.exchange.set(
                status.channel(),
                Exchange.ARRIVED,
                Long.toString(arrival.arrivedAt().toEpochMilli())));
        newcomers.record(id, status, arrival.arrivedAt());
        return call;
    }

    private Arrival returning(Finding.Unreported found) {
        return new Arrival(
                Optional.of(found.call()), found.status(), queueOf(found.status()), arrivalOf(found.status()));
    }

    private Arrival nameless(ChannelStatus status) {
        return new Arrival(Optional.empty(), status, queueOf(status), arrivalOf(status));
    }

    private QueueId queueOf(ChannelStatus status) {
        return status.variable(Exchange.QUEUE).map(QueueId::new).orElse(defaultQueue);
    }

    private Instant arrivalOf(ChannelStatus status) {
        Instant now = desk.now();
        Optional<Instant> noted = status.variable(Exchange.ARRIVED)
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
        return noted.orElseGet(() -> now.minus(status.age()));
    }

    private void hangUp(String channel) {
        desk.book.leg(channel).ifPresent(leg -> leg.unwanted = true);
        desk.tryTo(desk.exchange.hangUp(channel));
    }

    private record Arrival(Optional<Call> known, ChannelStatus status, QueueId queue, Instant arrivedAt) {}
}
