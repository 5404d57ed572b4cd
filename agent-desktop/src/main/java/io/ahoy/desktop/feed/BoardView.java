package io.ahoy.desktop.feed;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.feed.Frame.Board;
import io.ahoy.desktop.feed.Frame.QueueRow;
import io.ahoy.desktop.feed.Frame.SeatRow;
import io.ahoy.desktop.feed.Frame.WaitingRow;
import io.ahoy.desktop.feed.Frame.Why;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The supervisor's board as one frame, computed from what is known at one moment. */
final class BoardView {
    /** Nobody reads more rows; the total is told beside them. */
    private static final int WAITING_ROWS_MAX = 200;

    private final Roster roster;
    private final Callers callers;
    private final FiguresToday.Snapshot figures;
    private final Predicate<AgentId> connected;
    private final List<SeatView> seats;
    private final List<InteractionView> waiting;
    private final Instant now;
    private final Map<String, SkillNeed> needs = new HashMap<>();

    BoardView(
            Picture picture,
            Roster roster,
            Callers callers,
            FiguresToday.Snapshot figures,
            Predicate<AgentId> connected,
            Instant now) {
        this.roster = roster;
        this.callers = callers;
        this.figures = figures;
        this.connected = connected;
        this.seats = picture.seats();
        this.waiting = picture.waiting();
        this.now = now;
        roster.queues().forEach(queue -> needs.put(queue.id(), widestNeed(queue)));
    }

    Board frame() {
        return new Board(
                now, roster.queues().stream().map(this::queueRow).toList(), seatRows(), waitingRows(), waiting.size());
    }

    private QueueRow queueRow(Queue queue) {
        List<InteractionView> line = waiting.stream()
                .filter(interaction -> interaction.queue().value().equals(queue.id()))
                .toList();
        QueueFigures today = figures.of(queue.id());
        return new QueueRow(
                queue.id(),
                line.size(),
                line.stream().map(InteractionView::enteredAt).min(Comparator.naturalOrder()),
                today.longestWait(),
                today.offered(),
                today.answered(),
                today.abandoned(),
                today.shortAbandoned(),
                today.flowedOut(),
                boxed(today.serviceLevel()),
                today.answeredInTime(),
                today.countedForServiceLevel(),
                queue.serviceLevelTarget(),
                queue.serviceLevelThreshold(),
                today.averageSpeedOfAnswer(),
                count(queue, seat -> seat.state() == SeatState.READY),
                count(queue, BoardView::isBusy),
                figures.lastHour(queue.id()));
    }

    private int count(Queue queue, Predicate<SeatView> which) {
        return (int) seats.stream()
                .filter(seat -> canServe(seat, queue.id()))
                .filter(which)
                .count();
    }

    private List<SeatRow> seatRows() {
        return seats.stream()
                .map(this::seatRow)
                .sorted(Comparator.comparing((SeatRow row) -> row.agent().name())
                        .thenComparing(row -> row.agent().id()))
                .toList();
    }

    private SeatRow seatRow(SeatView seat) {
        Optional<Callers.Caller> caller = seat.interaction().flatMap(callers::known);
        return new SeatRow(
                roster.name(seat.agent()),
                seat.state(),
                seat.since(),
                seat.reason().map(reason -> reason.value()),
                seat.leaving(),
                seat.queue().map(QueueId::value),
                seat.interaction().map(interaction -> interaction.value()),
                caller.map(Callers.Caller::from),
                caller.flatMap(Callers.Caller::customer),
                seat.deadline(),
                connected.test(seat.agent()));
    }

    private List<WaitingRow> waitingRows() {
        Map<QueueId, Integer> positions = new HashMap<>();
        List<WaitingRow> rows = new ArrayList<>();
        for (InteractionView interaction : waiting.subList(0, Math.min(WAITING_ROWS_MAX, waiting.size()))) {
            int position = positions.merge(interaction.queue(), 1, Integer::sum);
            rows.add(waitingRow(interaction, position));
        }
        return rows;
    }

    private WaitingRow waitingRow(InteractionView interaction, int position) {
        Callers.Caller caller = callers.known(interaction.id()).orElse(Callers.Caller.UNKNOWN);
        return new WaitingRow(
                interaction.id().value(),
                interaction.queue().value(),
                interaction.state(),
                interaction.arrivedAt(),
                interaction.rank(),
                caller.from(),
                caller.withheld(),
                caller.customer(),
                position,
                why(interaction, position));
    }

    private Why why(InteractionView interaction, int position) {
        if (interaction.state() == InteractionState.OFFERED) {
            return new Why.Offered(interaction.agent().map(roster::name));
        }
        List<SeatView> able = seats.stream()
                .filter(seat -> canServe(seat, interaction.queue().value()))
                .toList();
        if (able.isEmpty()) {
            return new Why.NoAgentSignedIn();
        }
        if (position > 1) {
            return new Why.Behind(position - 1);
        }
        Optional<Instant> declinedUntil = able.stream()
                .filter(seat -> seat.state() == SeatState.READY)
                .flatMap(seat -> seat.availableFrom().filter(now::isBefore).stream())
                .min(Comparator.naturalOrder());
        if (declinedUntil.isPresent()) {
            return new Why.Declined(declinedUntil.get());
        }
        return new Why.AllBusy(
                count(able, seat -> isBusy(seat) && seat.state() != SeatState.WRAP_UP),
                count(able, seat -> seat.state() == SeatState.WRAP_UP),
                count(able, seat -> seat.state() == SeatState.ON_BREAK));
    }

    private static int count(List<SeatView> seats, Predicate<SeatView> which) {
        return (int) seats.stream().filter(which).count();
    }

    private boolean canServe(SeatView seat, String queue) {
        return Optional.ofNullable(needs.get(queue)).filter(seat::meets).isPresent();
    }

    /** Who can serve it at the latest after all widening. */
    private static SkillNeed widestNeed(Queue queue) {
        SortedMap<SkillId, Integer> levels = new TreeMap<>();
        queue.widestNeed().skills().forEach((skill, level) -> levels.put(new SkillId(skill), level));
        SortedSet<GroupId> groups = new TreeSet<>();
        queue.widestNeed().teams().forEach(team -> groups.add(new GroupId(team)));
        return new SkillNeed(levels, groups);
    }

    private static boolean isBusy(SeatView seat) {
        return switch (seat.state()) {
            case OFFERED, CONNECTING, ON_CONTACT, WRAP_UP -> true;
            case SIGNED_OUT, READY, ON_BREAK -> false;
        };
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    /** How long the deadline that runs now is as a whole, for bars. */
    static Optional<Duration> limit(SeatView seat) {
        return seat.deadline().map(deadline -> Duration.between(seat.since(), deadline));
    }
}
