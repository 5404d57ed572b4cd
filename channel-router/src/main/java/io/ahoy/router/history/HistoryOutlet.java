package io.ahoy.router.history;

import io.ahoy.crm.history.History;
import io.ahoy.crm.history.OfferRow;
import io.ahoy.crm.history.StateRow;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Segment;
import io.ahoy.router.shell.JournalJson;
import io.ahoy.router.shell.Outlet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rows of segments, offers and interactions. Every row replaces its older self, so that a replay after a restart writes the
 * same again. While the database is away it waits: the journal waits for the same database.
 */
public final class HistoryOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryOutlet.class);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final Duration RETRY_MAX = Duration.ofSeconds(2);

    private final History history;

    public HistoryOutlet(History history) {
        this.history = history;
    }

    @Override
    public void replay(List<Output> outputs, Instant at) {
        deliver(outputs, at);
    }

    @Override
    public void start(Image image, Instant now) {}

    @Override
    public void deliver(List<Output> outputs, Instant at) {
        History.Batch batch = new History.Batch();
        Map<UUID, Instant> endedInThisBatch = new HashMap<>();
        for (Output output : outputs) {
            switch (output) {
                case Output.SegmentChanged(Segment segment) -> batch.segment(SegmentRows.of(segment));
                case Output.OfferEnded ended -> batch.offer(row(ended));
                case Output.InteractionChanged(InteractionView view) -> batch.state(row(view, endedInThisBatch));
                // Wishes and seats leave no trace in a customer's history.
                case Output.Offer ignored -> {}
                case Output.Retract ignored -> {}
                case Output.Connect ignored -> {}
                case Output.HangUp ignored -> {}
                case Output.ReturnToLine ignored -> {}
                case Output.TransferOut ignored -> {}
                case Output.Reattach ignored -> {}
                case Output.Interrupt ignored -> {}
                case Output.Resume ignored -> {}
                case Output.Overflowed ignored -> {}
                case Output.NotTaken ignored -> {}
                case Output.Announce ignored -> {}
                case Output.SeatChanged ignored -> {}
            }
        }
        save(batch);
    }

    private void save(History.Batch batch) {
        Duration pause = RETRY_FIRST;
        while (true) {
            try {
                history.save(batch);
                return;
            } catch (DatabaseDown away) {
                LOG.debug("the history waits for the database", away);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the database was away; the next start writes it", stop);
            }
            pause = pause.compareTo(RETRY_MAX) < 0 ? pause.multipliedBy(2) : RETRY_MAX;
        }
    }

    private static OfferRow row(Output.OfferEnded ended) {
        return new OfferRow(
                ended.id().interaction().value(),
                ended.id().attempt(),
                ended.agent().value(),
                ended.queue().value(),
                ended.offeredAt(),
                ended.endedAt(),
                ended.outcome().name(),
                JournalJson.write(ended.reason()));
    }

    /** An interaction ends when the customer is gone, not when the agent has done his paperwork. */
    private static StateRow row(InteractionView view, Map<UUID, Instant> ended) {
        UUID id = view.id().value();
        boolean wrappedUp = view.agent().isPresent();
        boolean gone =
                view.state() == InteractionState.WRAP_UP || (view.state() == InteractionState.CLOSED && !wrappedUp);
        if (gone) {
            ended.put(id, view.since());
        }
        return new StateRow(
                id,
                view.state().name(),
                Optional.ofNullable(ended.get(id)),
                view.cause().map(Enum::name));
    }
}
