package io.ahoy.router.sim;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.TransferTarget;
import io.ahoy.router.acd.WorkView;
import io.ahoy.router.sim.Recording.Course;
import io.ahoy.router.sim.Recording.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The recorded people under other rules or with other staff. Customers come, talk and lose their patience as recorded, whoever takes
 * them; agents are there as recorded, answer as {@link RecordedAgents}, and take from a queue that was not pulled as {@link Takers}. What nobody knows is the mean of the queue: how long somebody
 * would have talked who was never answered. Who was answered is as patient as {@link PatienceEstimate} says, and endlessly after a transfer.
 */
final class WhatIf implements Simulation.Listener {
    private static final int PARTS = 100;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Simulation simulation;
    private final Agenda agenda;
    private final Map<InteractionId, Course> courses;
    private final Means means;
    private final PatienceEstimate patiences;
    private final RecordedAgents agents;
    private final Takers takers;
    private final Map<InteractionId, Person> present = new HashMap<>();

    private static final class Person {
        final Course course;
        /** Conversations so far. */
        int talks;
        /** Callbacks so far that he did not take. */
        int unreached;

        boolean talking;
        boolean patienceRuns;

        Person(Course course) {
            this.course = course;
        }
    }

    /** What stands in for what was never seen, by queue. */
    private static final class Means {
        private final Map<QueueId, long[]> sums = new HashMap<>();
        private final long[] all = new long[4];

        void add(QueueId queue, Leg leg) {
            for (long[] sum : List.of(all, sums.computeIfAbsent(queue, of -> new long[4]))) {
                sum[0]++;
                sum[1] += leg.connect().toMillis();
                sum[2] += leg.talk().toMillis();
                sum[3] += leg.wrapUp().toMillis();
            }
        }

        Leg of(QueueId queue) {
            long[] sum = sums.getOrDefault(queue, all);
            long count = Math.max(1, sum[0]);
            return new Leg(
                    Duration.ofMillis(sum[1] / count),
                    Duration.ofMillis(sum[2] / count),
                    Duration.ofMillis(sum[3] / count),
                    Optional.of(EndCause.CUSTOMER_HUNG_UP),
                    Optional.empty());
        }
    }

    private WhatIf(Rerun.Heard recorded, Recording recording, Changes changes) {
        Image image = recorded.image();
        this.simulation = new Simulation(Acd.of(image), recorded.begin());
        this.agenda = simulation.agenda();
        this.courses = recording.courses();
        this.means = means(recording);
        this.patiences = new PatienceEstimate(recording.firstWaits());
        this.agents =
                new RecordedAgents(agenda, recording.answers(), changes.staff().models());
        this.takers = new Takers(
                agenda, Scenario.Habits.DEFAULT.answer()::mean, pulledAsRecorded(image, recording.happenings()));
        if (!image.queues().isEmpty()) {
            agenda.submit(
                    recorded.begin(),
                    changed(new Input.QueuesChanged(image.queues(), image.channels(), image.zone()), changes.rules()));
        }
        image.interactions().forEach(view -> changed(view, recorded.begin()));
        image.seats().forEach(seat -> goOn(seat, recorded.begin()));
        takers.start(image, recorded.begin());
        for (Recording.Happening happening : changes.staff().over(recorded, recording.happenings())) {
            Input input = happening.input() instanceof Input.QueuesChanged queues
                    ? changed(queues, changes.rules())
                    : happening.input();
            agenda.submit(happening.at(), input);
        }
    }

    /** @param listeners hear what would have happened, up to the recording's last moment */
    static void play(
            Rerun.Heard recorded,
            Recording recording,
            Changes changes,
            List<Simulation.Listener> listeners,
            DoubleConsumer progress) {
        WhatIf whatIf = new WhatIf(recorded, recording, changes);
        whatIf.simulation.add(whatIf);
        whatIf.simulation.add(whatIf.agents);
        whatIf.simulation.add(whatIf.takers);
        listeners.forEach(whatIf.simulation::add);
        long length = Duration.between(recorded.begin(), recorded.end())
                .plus(A_MOMENT)
                .toMillis();
        for (int part = 1; part <= PARTS; part++) {
            whatIf.simulation.runUntil(recorded.begin().plusMillis(length * part / PARTS));
            progress.accept((double) part / PARTS);
        }
    }

    private static Input changed(Input.QueuesChanged in, UnaryOperator<QueueRule> change) {
        return new Input.QueuesChanged(in.queues().stream().map(change).toList(), in.channels(), in.zone());
    }

    /** From these the agents take as they did. */
    private static Set<QueueId> pulledAsRecorded(Image image, List<Recording.Happening> happenings) {
        Stream<QueueRule> later = happenings.stream()
                .map(Recording.Happening::input)
                .filter(Input.QueuesChanged.class::isInstance)
                .flatMap(input -> ((Input.QueuesChanged) input).queues().stream());
        return Stream.concat(image.queues().stream(), later)
                .filter(rule -> rule.delivery() == Delivery.PULLED)
                .map(QueueRule::id)
                .collect(Collectors.toSet());
    }

    private static Means means(Recording recording) {
        Means means = new Means();
        recording.finishedLegs().forEach(found -> means.add(found.queue(), found.leg()));
        return means;
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged(InteractionView view)) {
                changed(view, now);
            } else if (output instanceof Output.Connect connect) {
                connect(connect.id(), now);
            }
        }
    }

    private void changed(InteractionView view, Instant now) {
        Person person = present.computeIfAbsent(view.id(), id -> new Person(courses.getOrDefault(id, Course.UNKNOWN)));
        switch (view.state()) {
            case WAITING -> waits(person, view.id(), now);
            case ACTIVE -> view.agent().ifPresent(agent -> talk(person, view, agent, now));
            // Who is set aside talks on as recorded: his recorded time holds such pauses.
            case SCHEDULED, OFFERED, CONNECTING, INTERRUPTED, WRAP_UP -> {}
            case CLOSED -> present.remove(view.id());
        }
    }

    private void waits(Person person, InteractionId id, Instant now) {
        person.talking = false;
        int talks = person.talks;
        Optional<Duration> known = talks < person.course.legs().size() ? Optional.empty() : person.course.patience();
        Optional<Duration> estimated = talks == 0 ? patiences.of(id) : Optional.empty();
        if (person.patienceRuns) {
            return;
        }
        known.or(() -> estimated).ifPresent(patience -> {
            person.patienceRuns = true;
            agenda.put(
                    now.plus(patience),
                    () -> person.talks == talks && !person.talking && present.containsKey(id)
                            ? Optional.of(new Input.Abandoned(id, EndCause.ABANDONED))
                            : Optional.empty());
        });
    }

    private void talk(Person person, InteractionView view, AgentId agent, Instant now) {
        if (person.talking) {
            return;
        }
        person.talking = true;
        person.patienceRuns = false;
        Leg leg = leg(person, view.queue());
        person.talks++;
        Instant end = now.plus(leg.talk());
        agenda.submit(end, end(view.id(), agent, leg));
        agenda.submit(end.plus(leg.wrapUp()), new Input.WrapUpDone(agent, Optional.of(view.id())));
    }

    private static Input end(InteractionId id, AgentId agent, Leg leg) {
        if (leg.next().isPresent()) {
            return leg.cause().equals(Optional.of(EndCause.AGENT_DEVICE_LOST))
                    ? new Input.AgentLost(id)
                    : new Input.TransferAsked(
                            id, agent, new TransferTarget.ToQueue(leg.next().get()));
        }
        return new Input.Ended(id, leg.cause().orElse(EndCause.CUSTOMER_HUNG_UP));
    }

    private void connect(OfferId offer, Instant now) {
        Person person = present.get(offer.interaction());
        if (person != null && person.unreached < person.course.unreached().size()) {
            Recording.Unreached missed = person.course.unreached().get(person.unreached++);
            agenda.submit(now.plus(missed.after()), new Input.ConnectFailed(offer, missed.cause()));
            return;
        }
        Duration connect =
                person == null ? Duration.ZERO : leg(person, new QueueId("")).connect();
        agenda.submit(now.plus(connect), new Input.Connected(offer));
    }

    /** His next conversation. */
    private Leg leg(Person person, QueueId queue) {
        List<Leg> legs = person.course.legs();
        return person.talks < legs.size() ? legs.get(person.talks) : means.of(queue);
    }

    /** What a seat was in the middle of when the replay begins. */
    private void goOn(SeatView seat, Instant now) {
        for (WorkView work : seat.works()) {
            switch (work.state()) {
                case OFFERED -> agents.rings(work.offer(), seat.agent(), now);
                case CONNECTING -> connect(work.offer(), now);
                // Ends by its limit.
                case WRAP_UP, ON_CONTACT, INTERRUPTED, GONE -> {}
            }
        }
    }
}
