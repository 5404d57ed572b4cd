package io.ahoy.router.sim;

import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.sim.Recording.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who is there besides those recorded, who is not, and who can do something else.
 *
 * @param zone of the new ones' shifts
 */
record ChangedStaff(List<Added> added, SortedSet<AgentId> removed, SortedMap<AgentId, Change> changed, ZoneId zone) {
    static final ChangedStaff NONE =
            new ChangedStaff(List.of(), Collections.emptySortedSet(), Collections.emptySortedMap(), ZoneOffset.UTC);
    private static final BreakReason ARRIVING = new BreakReason("arriving");
    /** No agent of a site has such an id: theirs have a version and a time. */
    private static final long NEW_AGENTS = 3;

    ChangedStaff {
        added = List.copyOf(added);
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    }

    /** What somebody can do, made of what he could; of nothing for one who is new. */
    interface Change {
        Abilities of(Optional<Abilities> base);
    }

    /**
     * New agents.
     *
     * @param like an agent who is there at the same times and, but for the change, can do the same
     * @param shifts of those who are like nobody; none: day and night
     */
    record Added(int count, Optional<AgentId> like, Change change, List<Scenario.Shift> shifts) {
        Added {
            shifts = List.copyOf(shifts);
        }
    }

    /** Whom the new agents take after. */
    Map<AgentId, AgentId> models() {
        Map<AgentId, AgentId> models = new HashMap<>();
        int number = 0;
        for (Added some : added) {
            for (int i = 0; i < some.count(); i++) {
                AgentId agent = newcomer(++number);
                some.like().ifPresent(like -> models.put(agent, like));
            }
        }
        return models;
    }

    /** What happens instead: first what makes up for those who are already there when it begins. */
    List<Happening> over(Rerun.Heard heard, List<Happening> recorded) {
        List<Happening> happenings = new ArrayList<>();
        heard.image().seats().forEach(seat -> changeWhoIsThere(seat, heard.begin(), happenings));
        recorded.forEach(one -> change(one, happenings));
        int number = 0;
        for (Added some : added) {
            for (int i = 0; i < some.count(); i++) {
                AgentId agent = newcomer(++number);
                if (some.like().isPresent()) {
                    copy(some, agent, heard, recorded, happenings);
                } else {
                    serve(some, agent, i, heard, happenings);
                }
            }
        }
        return happenings;
    }

    private static AgentId newcomer(int number) {
        return new AgentId(new UUID(NEW_AGENTS, number));
    }

    // ---- those who were recorded

    private void changeWhoIsThere(SeatView seat, Instant begin, List<Happening> happenings) {
        AgentId agent = seat.agent();
        Optional<Change> change = Optional.ofNullable(changed.get(agent));
        if (removed.contains(agent)) {
            // What he is in the middle of he still ends.
            happenings.add(new Happening(begin, new Input.SeatSignedOut(agent)));
        } else if (change.isPresent()) {
            Abilities abilities = change.get().of(Optional.of(seat.abilities()));
            happenings.add(new Happening(begin, new Input.SeatSignedIn(agent, abilities, ARRIVING)));
        }
    }

    private void change(Happening one, List<Happening> happenings) {
        Optional<AgentId> agent = agentOf(one.input());
        if (agent.filter(removed::contains).isPresent()) {
            return;
        }
        Optional<Change> change = agent.flatMap(id -> Optional.ofNullable(changed.get(id)));
        happenings.add(change.isPresent() ? new Happening(one.at(), as(agent.get(), change.get(), one.input())) : one);
    }

    /** Of what is recorded of agents. */
    private static Optional<AgentId> agentOf(Input input) {
        if (input instanceof Input.SeatSignedIn in) {
            return Optional.of(in.agent());
        }
        if (input instanceof Input.SeatSignedOut in) {
            return Optional.of(in.agent());
        }
        if (input instanceof Input.SeatPaused in) {
            return Optional.of(in.agent());
        }
        return input instanceof Input.SeatResumed in ? Optional.of(in.agent()) : Optional.empty();
    }

    private static Input as(AgentId agent, Change change, Input input) {
        if (input instanceof Input.SeatSignedIn in) {
            return new Input.SeatSignedIn(agent, change.of(Optional.of(in.abilities())), in.reason());
        }
        if (input instanceof Input.SeatSignedOut) {
            return new Input.SeatSignedOut(agent);
        }
        if (input instanceof Input.SeatPaused in) {
            return new Input.SeatPaused(agent, in.reason());
        }
        return input instanceof Input.SeatResumed ? new Input.SeatResumed(agent) : input;
    }

    // ---- new ones

    private static void copy(
            Added some, AgentId agent, Rerun.Heard heard, List<Happening> recorded, List<Happening> happenings) {
        AgentId like = some.like().orElse(agent);
        for (SeatView seat : heard.image().seats()) {
            if (seat.agent().equals(like)) {
                Abilities abilities = some.change().of(Optional.of(seat.abilities()));
                BreakReason reason = seat.reason().orElse(ARRIVING);
                happenings.add(new Happening(heard.begin(), new Input.SeatSignedIn(agent, abilities, reason)));
                if (seat.state() != SeatState.ON_BREAK) {
                    happenings.add(new Happening(heard.begin(), new Input.SeatResumed(agent)));
                }
            }
        }
        for (Happening one : recorded) {
            if (agentOf(one.input()).equals(Optional.of(like))) {
                happenings.add(new Happening(one.at(), as(agent, some.change(), one.input())));
            }
        }
    }

    private void serve(Added some, AgentId agent, int number, Rerun.Heard heard, List<Happening> happenings) {
        Abilities abilities = some.change().of(Optional.empty());
        if (some.shifts().isEmpty()) {
            begin(agent, abilities, heard.begin(), happenings);
        }
        // One who begins the evening before is there at midnight.
        LocalDate first = LocalDate.ofInstant(heard.begin(), zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(heard.end(), zone);
        for (Scenario.Shift shift : some.shifts()) {
            first.datesUntil(last.plusDays(1))
                    .flatMap(day -> Duty.on(day, shift, number, zone).stream())
                    .filter(duty -> duty.to().isAfter(heard.begin()))
                    .forEach(duty -> serve(agent, abilities, duty, heard.begin(), happenings));
        }
    }

    private static void serve(
            AgentId agent, Abilities abilities, Duty duty, Instant begin, List<Happening> happenings) {
        begin(agent, abilities, duty.from().isAfter(begin) ? duty.from() : begin, happenings);
        for (Duty.Pause pause : duty.pauses()) {
            if (!pause.at().isBefore(begin)) {
                happenings.add(new Happening(pause.at(), new Input.SeatPaused(agent, pause.reason())));
                if (pause.until().isBefore(duty.to())) {
                    happenings.add(new Happening(pause.until(), new Input.SeatResumed(agent)));
                }
            }
        }
        happenings.add(new Happening(duty.to(), new Input.SeatSignedOut(agent)));
    }

    private static void begin(AgentId agent, Abilities abilities, Instant at, List<Happening> happenings) {
        happenings.add(new Happening(at, new Input.SeatSignedIn(agent, abilities, ARRIVING)));
        happenings.add(new Happening(at, new Input.SeatResumed(agent)));
    }
}
