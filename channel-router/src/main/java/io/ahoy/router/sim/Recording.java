package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people did, heard from a replay as it was, so that they can do it again under other rules: when customers came and how long they
 * talk and wait, when agents were there.
 */
final class Recording implements Simulation.Listener {
    private static final Duration PAST_THE_END = Duration.ofDays(3_650);

    private final Instant begin;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<InteractionId, Stay> stays = new HashMap<>();
    private final Map<InteractionId, Output.OfferEnded> accepted = new HashMap<>();
    private final RecordedAnswers answers = new RecordedAnswers();
    private final Map<InteractionId, List<Unreached>> unreached = new HashMap<>();
    private final Set<InteractionId> calledBack = new HashSet<>();

    /** Something from outside that other rules do not change. */
    record Happening(Instant at, Input input) {}

    /**
     * A conversation.
     *
     * @param connect from the acceptance to the conversation
     * @param cause why it ended
     * @param next where the customer went on to
     */
    record Leg(Duration connect, Duration talk, Duration wrapUp, Optional<EndCause> cause, Optional<QueueId> next) {}

    /**
     * What one customer does.
     *
     * @param patience how long he waits, beyond his recorded conversations, before he leaves; absent: nobody knows, as he was answered
     * @param unreached callbacks that he did not take
     */
    record Course(List<Leg> legs, Optional<Duration> patience, List<Unreached> unreached) {
        static final Course UNKNOWN = new Course(List.of(), Optional.empty(), List.of());

        Course {
            legs = List.copyOf(legs);
            unreached = List.copyOf(unreached);
        }
    }

    /** @param after from the agent's acceptance */
    record Unreached(ConnectFailure cause, Duration after) {}

    /** One customer's stay as it becomes known. */
    private static final class Stay {
        final Instant came;
        final NavigableMap<Integer, Segment> segments = new TreeMap<>();
        final Map<Integer, Duration> connects = new HashMap<>();

        Stay(Instant came) {
            this.came = came;
        }
    }

    Recording(Instant begin) {
        this.begin = begin;
    }

    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** Everybody who was there at some time, those included who were there when it began. */
    SortedSet<AgentId> agents(Image image) {
        SortedSet<AgentId> agents = new TreeSet<>();
        image.seats().forEach(seat -> agents.add(seat.agent()));
        happenings.forEach(one -> {
            if (one.input() instanceof Input.SeatSignedIn in) {
                agents.add(in.agent());
            }
        });
        return agents;
    }

    Map<InteractionId, Course> courses() {
        Map<InteractionId, Course> courses = new HashMap<>();
        stays.forEach((id, stay) -> courses.put(id, course(stay, unreached.getOrDefault(id, List.of()))));
        return courses;
    }

    RecordedAnswers answers() {
        return answers;
    }

    /** Of those who did not leave the line for a callback. */
    List<PatienceEstimate.Wait> firstWaits() {
        List<PatienceEstimate.Wait> waits = new ArrayList<>();
        stays.forEach((id, stay) -> {
            Segment last = stay.segments.values().stream()
                    .filter(segment -> segment.answeredAt().isPresent())
                    .findFirst()
                    .orElseGet(() -> stay.segments.lastEntry().getValue());
            Optional<Instant> over = last.answeredAt().or(last::endedAt);
            if (over.isPresent() && !calledBack.contains(id)) {
                waits.add(new PatienceEstimate.Wait(
                        id,
                        stay.segments.firstEntry().getValue().queue(),
                        Duration.between(stay.came, later(over.get(), stay.came)),
                        last.outcome() == Segment.Outcome.ABANDONED));
            }
        });
        return waits;
    }

    /** A conversation that has come to its end, and in which queue. */
    record Found(QueueId queue, Leg leg) {}

    List<Found> finishedLegs() {
        List<Found> found = new ArrayList<>();
        stays.values()
                .forEach(stay -> stay.segments.values().stream()
                        .filter(segment -> segment.answeredAt().isPresent()
                                && segment.clearedAt().isPresent())
                        .forEach(segment -> found.add(new Found(segment.queue(), leg(stay, segment)))));
        return found;
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        input.filter(this::isFromOutside).ifPresent(in -> happenings.add(new Happening(now, in)));
        if (input.orElse(null) instanceof Input.ConnectFailed failed) {
            connectFailed(failed, now);
        } else if (input.orElse(null) instanceof Input.CallbackChosen chosen) {
            calledBack.add(chosen.interaction());
        }
        answers.heard(input, said, now);
        for (Output output : said) {
            if (output instanceof Output.SegmentChanged(Segment segment)) {
                changed(segment, now);
            } else if (output instanceof Output.OfferEnded ended && ended.outcome() == OfferOutcome.ACCEPTED) {
                accepted.put(ended.id().interaction(), ended);
            }
        }
    }

    /** The rest follows from what the router decides, and is played by {@link WhatIf}. */
    private boolean isFromOutside(Input input) {
        return switch (input) {
            case Input.QueuesChanged in -> true;
            case Input.Arrived in -> true;
            case Input.CallbackChosen in -> true;
            case Input.SeatSignedIn in -> true;
            case Input.SeatSignedOut in -> true;
            case Input.SeatPaused in -> true;
            case Input.SeatResumed in -> !answers.isAway(in.agent());
            case Input.MovedToFront in -> true;
            case Input.Taken in -> true;
            case Input.MovedToQueue in -> true;
            case Input.Outage in -> false;
            case Input.Abandoned in -> false;
            case Input.Connected in -> false;
            case Input.ConnectFailed in -> false;
            case Input.Ended in -> false;
            case Input.Withdrawn in -> false;
            case Input.AgentLost in -> false;
            case Input.EndAsked in -> false;
            case Input.TransferAsked in -> false;
            case Input.ReattachAsked in -> false;
            case Input.OfferAccepted in -> false;
            case Input.OfferDeclined in -> false;
            case Input.OfferFailed in -> false;
            case Input.WrapUpExtended in -> false;
            case Input.WrapUpDone in -> false;
        };
    }

    private void changed(Segment segment, Instant now) {
        Stay stay = stays.computeIfAbsent(segment.interaction(), id -> new Stay(now));
        stay.segments.put(segment.number(), segment);
        Output.OfferEnded offer = accepted.get(segment.interaction());
        if (segment.answeredAt().isPresent() && offer != null && !stay.connects.containsKey(segment.number())) {
            stay.connects.put(
                    segment.number(),
                    Duration.between(offer.endedAt(), segment.answeredAt().get()));
        }
    }

    /** What lies with the customer; what broke on our side is not repeated. */
    private void connectFailed(Input.ConnectFailed failed, Instant now) {
        Output.OfferEnded offer = accepted.get(failed.offer().interaction());
        boolean his =
                failed.cause() == ConnectFailure.CUSTOMER_UNREACHED || failed.cause() == ConnectFailure.DO_NOT_CALL;
        if (his && offer != null && offer.id().equals(failed.offer())) {
            unreached
                    .computeIfAbsent(failed.offer().interaction(), of -> new ArrayList<>())
                    .add(new Unreached(failed.cause(), Duration.between(offer.endedAt(), now)));
        }
    }

    private Course course(Stay stay, List<Unreached> missed) {
        List<Leg> legs = new ArrayList<>();
        Instant waitsSince = stay.came;
        Optional<Duration> patience = Optional.empty();
        for (Segment segment : stay.segments.values()) {
            if (segment.answeredAt().isPresent()) {
                legs.add(leg(stay, segment));
                waitsSince = segment.endedAt().orElse(waitsSince);
            } else if (segment.outcome() == Segment.Outcome.ABANDONED) {
                patience = Optional.of(
                        Duration.between(waitsSince, segment.endedAt().orElse(waitsSince)));
            }
        }
        return new Course(legs, patience, missed);
    }

    private Leg leg(Stay stay, Segment segment) {
        Instant answered = later(segment.answeredAt().orElse(begin), begin);
        Optional<Instant> ended = segment.endedAt().map(at -> later(at, begin));
        Optional<Segment> next = Optional.ofNullable(stay.segments.get(segment.number() + 1));
        return new Leg(
                stay.connects.getOrDefault(segment.number(), Duration.ZERO),
                ended.map(at -> Duration.between(answered, at)).orElse(PAST_THE_END),
                ended.flatMap(at -> segment.clearedAt().map(cleared -> Duration.between(at, cleared)))
                        .orElse(PAST_THE_END),
                segment.cause(),
                next.map(Segment::queue));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
