package io.ahoy.desktop.feed;

import io.ahoy.crm.casework.CaseLoad;
import io.ahoy.crm.history.EstimateFigures;
import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.feed.Frame.Board;
import io.ahoy.desktop.feed.Frame.CaseRow;
import io.ahoy.desktop.feed.Frame.Judged;
import io.ahoy.desktop.feed.Frame.QueueRow;
import io.ahoy.desktop.feed.Frame.SeatRow;
import io.ahoy.desktop.feed.Frame.Wait;
import io.ahoy.desktop.feed.Frame.WaitingRow;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The supervisor's board as one frame, computed from what is known at one moment. */
final class BoardView {
    /** Nobody reads more rows; the total is told beside them. */
    private static final int WAITING_ROWS_MAX = 200;

    private final Picture picture;
    private final Roster roster;
    private final Callers callers;
    private final FiguresToday.Snapshot figures;
    private final CaseLoad cases;
    private final Predicate<AgentId> connected;
    private final List<SeatView> seats;
    private final List<InteractionView> waiting;
    private final List<InteractionView> scheduled;
    private final Instant now;

    BoardView(
            Picture picture,
            Roster roster,
            Callers callers,
            FiguresToday.Snapshot figures,
            CaseLoad cases,
            Predicate<AgentId> connected,
            Instant now) {
        this.picture = picture;
        this.roster = roster;
        this.callers = callers;
        this.figures = figures;
        this.cases = cases;
        this.connected = connected;
        this.seats = picture.seats();
        this.waiting = picture.waiting();
        this.scheduled = picture.scheduled();
        this.now = now;
    }

    Board frame() {
        return new Board(
                now,
                roster.queues().stream().map(this::queueRow).toList(),
                seatRows(),
                waitingRows(),
                waiting.size() + scheduled.size(),
                caseRows());
    }

    private List<CaseRow> caseRows() {
        return cases.byTeam().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(of -> new CaseRow(
                        Optional.of(of.getKey()).filter(team -> !team.isEmpty()),
                        of.getValue().open(),
                        of.getValue().nearlyOverdue(),
                        of.getValue().overdue()))
                .toList();
    }

    private QueueRow queueRow(Queue queue) {
        List<InteractionView> line = waiting.stream()
                .filter(interaction -> interaction.queue().value().equals(queue.id()))
                .toList();
        Set<SkillNeed> needs = line.stream().map(InteractionView::need).collect(Collectors.toSet());
        QueueFigures today = figures.of(queue.id());
        return new QueueRow(
                queue.id(),
                line.size(),
                line.stream()
                        .map(InteractionView::enteredAt)
                        .min(Comparator.naturalOrder())
                        .map(since -> figures.waitsSince(queue.id(), since, now)),
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
                count(queue, needs, seat -> seat.state() == SeatState.READY),
                count(queue, needs, BoardView::isBusy),
                waitOf(line),
                judged(today.estimates()),
                figures.lastHour(queue.id()));
    }

    private int count(Queue queue, Set<SkillNeed> needs, Predicate<SeatView> which) {
        return (int) seats.stream()
                .filter(seat -> serves(seat, queue, needs))
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
        WaitReason reasons = new WaitReason(seats, roster::name, roster::queue, now);
        // A callback that is not due yet has no place in the line.
        return Stream.concat(
                        waiting.stream()
                                .limit(WAITING_ROWS_MAX)
                                .map(one -> waitingRow(one, positions.merge(one.queue(), 1, Integer::sum), reasons)),
                        scheduled.stream().map(one -> waitingRow(one, 0, reasons)))
                .limit(WAITING_ROWS_MAX)
                .toList();
    }

    private WaitingRow waitingRow(InteractionView interaction, int position, WaitReason reasons) {
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
                reasons.next(interaction));
    }

    /** How long the last in line will still wait, which is about what the next one will. */
    private Optional<Wait> waitOf(List<InteractionView> line) {
        return line.reversed().stream()
                .flatMap(interaction -> picture.estimate(interaction.id(), now).stream())
                .findFirst()
                .map(estimate -> new Wait(estimate.low(), estimate.high(), estimate.cause()));
    }

    private static Optional<Judged> judged(EstimateFigures estimates) {
        OptionalDouble kept = estimates.keptShare();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Judged(
                        kept.getAsDouble(), estimates.answered() + estimates.outwaited(), estimates.meanError()));
    }

    /** Who serves a queue is who may take one of those who wait there; while nobody does, who could after all widening. */
    private static boolean serves(SeatView seat, Queue queue, Set<SkillNeed> needs) {
        return needs.isEmpty() ? seat.meets(widestNeed(queue)) : needs.stream().anyMatch(seat::meets);
    }

    /** Who can serve it at the latest after all widening. */
    static SkillNeed widestNeed(Queue queue) {
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
