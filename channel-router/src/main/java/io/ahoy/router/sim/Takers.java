package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Agents who help themselves from pulled queues: whoever has nothing to do takes, as soon as he has looked at the list, the first that he
 * may. Two may look at the same one; the slower takes the next.
 */
final class Takers implements Simulation.Listener {
    private static final Comparator<InteractionView> IN_LINE = Comparator.comparing(
                    InteractionView::tier, Comparator.reverseOrder())
            .thenComparing(InteractionView::rank)
            .thenComparing(InteractionView::id);

    private final Agenda agenda;
    private final Supplier<Duration> look;
    private final Set<QueueId> others;
    private final Set<QueueId> pulled = new HashSet<>();
    private final TreeMap<AgentId, SeatView> seats = new TreeMap<>();
    private final Map<InteractionId, InteractionView> known = new HashMap<>();
    private final TreeSet<InteractionView> waiting = new TreeSet<>(IN_LINE);
    private final Set<AgentId> looking = new HashSet<>();
    /** Of those queues, but whoever took it then cannot now. */
    private final Set<InteractionId> left = new HashSet<>();
    /** Whose it is not, for a reason that does not show. */
    private final Set<Pair> never = new HashSet<>();

    private record Pair(AgentId agent, InteractionId interaction) {}

    /**
     * Begins with an empty centre.
     *
     * @param look from the moment at which there is something to take, or he has time for it, until he takes it
     * @param others queues from which everybody takes what he took when it was recorded, as far as he can then
     */
    Takers(Agenda agenda, Supplier<Duration> look, Set<QueueId> others) {
        this.agenda = agenda;
        this.look = look;
        this.others = Set.copyOf(others);
    }

    /** Who is there when it begins. */
    void start(Image image, Instant now) {
        image.seats().forEach(seat -> seats.put(seat.agent(), seat));
        image.interactions().forEach(view -> changed(view, now));
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        if (input.orElse(null) instanceof Input.QueuesChanged rules) {
            follow(rules);
        }
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged(InteractionView view)) {
                changed(view, now);
            } else if (output instanceof Output.SeatChanged(SeatView seat)) {
                seats.put(seat.agent(), seat);
                perhapsLook(seat, now);
            } else if (output instanceof Output.NotTaken not) {
                missed(not, now);
            }
        }
    }

    private void follow(Input.QueuesChanged rules) {
        pulled.clear();
        rules.queues().stream()
                .filter(rule -> rule.delivery() == Delivery.PULLED && !others.contains(rule.id()))
                .forEach(rule -> pulled.add(rule.id()));
        waiting.clear();
        known.values().stream().filter(this::waitsToBeTaken).forEach(waiting::add);
    }

    private boolean waitsToBeTaken(InteractionView view) {
        return view.state() == InteractionState.WAITING
                && view.waitsFor().isEmpty()
                && (pulled.contains(view.queue()) || left.contains(view.id()));
    }

    private void changed(InteractionView view, Instant now) {
        if (view.channel() != Channel.EMAIL) {
            return;
        }
        Optional.ofNullable(known.remove(view.id())).ifPresent(waiting::remove);
        if (view.state() == InteractionState.CLOSED) {
            left.remove(view.id());
            return;
        }
        known.put(view.id(), view);
        if (waitsToBeTaken(view)) {
            waiting.add(view);
            // One is enough: who looks already takes one of those that were there before.
            seats.values().stream()
                    .filter(seat -> hasTime(seat) && mayTake(seat, view) && !looking.contains(seat.agent()))
                    .findFirst()
                    .ifPresent(seat -> looks(seat.agent(), now));
        }
    }

    private void missed(Output.NotTaken not, Instant now) {
        switch (not.why()) {
            case NOT_ABLE -> {
                never.add(new Pair(not.agent(), not.interaction()));
                leave(not.interaction(), now);
            }
            case SIGNED_OUT, RINGING, NO_ROOM -> leave(not.interaction(), now);
            case GONE, NOT_PULLED, OFFERED, TAKEN, KEPT -> {}
        }
        Optional.ofNullable(seats.get(not.agent())).ifPresent(seat -> perhapsLook(seat, now));
    }

    private void leave(InteractionId id, Instant now) {
        Optional.ofNullable(known.get(id)).ifPresent(view -> {
            left.add(id);
            changed(view, now);
        });
    }

    private void perhapsLook(SeatView seat, Instant now) {
        if (hasTime(seat) && !looking.contains(seat.agent()) && first(seat).isPresent()) {
            looks(seat.agent(), now);
        }
    }

    private void looks(AgentId agent, Instant now) {
        looking.add(agent);
        agenda.put(now.plus(look.get()), () -> {
            looking.remove(agent);
            return Optional.ofNullable(seats.get(agent))
                    .filter(Takers::hasTime)
                    .flatMap(this::first)
                    .map(view -> new Input.Taken(view.id(), agent));
        });
    }

    private Optional<InteractionView> first(SeatView seat) {
        return waiting.stream().filter(view -> mayTake(seat, view)).findFirst();
    }

    private boolean mayTake(SeatView seat, InteractionView view) {
        return seat.meets(view.need()) && !never.contains(new Pair(seat.agent(), view.id()));
    }

    private static boolean hasTime(SeatView seat) {
        return seat.state() == SeatState.READY && seat.works().isEmpty();
    }
}
