package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.SeatMemory;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An agent's place as the core keeps it. Changed only between {@code Floor.lift} and {@code Floor.settle}. */
final class Seat {
    final AgentId agent;
    SortedSet<SkillId> skills;
    SeatState state = SeatState.SIGNED_OUT;
    Instant since;
    Instant idleSince;
    /** Of the break he is on, or asked for while busy. */
    Optional<BreakReason> reason = Optional.empty();

    boolean leaving;
    Optional<InteractionId> interaction = Optional.empty();
    Optional<OfferId> offer = Optional.empty();
    Optional<QueueId> queue = Optional.empty();
    Optional<Instant> deadline = Optional.empty();
    Optional<Instant> availableFrom = Optional.empty();
    Optional<Segment> wrappingUp = Optional.empty();

    Seat(AgentId agent, SortedSet<SkillId> skills, Instant now) {
        this.agent = agent;
        this.skills = skills;
        this.since = now;
        this.idleSince = now;
    }

    Seat(SeatView view, SeatMemory memory) {
        this.agent = view.agent();
        this.skills = Collections.unmodifiableSortedSet(new TreeSet<>(view.skills()));
        this.state = view.state();
        this.since = view.since();
        this.reason = view.reason();
        this.leaving = view.leaving();
        this.interaction = view.interaction();
        this.offer = view.offer();
        this.queue = view.queue();
        this.deadline = view.deadline();
        this.availableFrom = view.availableFrom();
        this.idleSince = memory.idleSince();
        this.wrappingUp = memory.wrappingUp();
    }

    /** Can be offered work this moment. */
    boolean isIdle() {
        return state == SeatState.READY && availableFrom.isEmpty();
    }

    /** With a customer or his paperwork: what is asked of the seat now waits until that is done. */
    boolean isBusy() {
        return state == SeatState.CONNECTING || state == SeatState.ON_CONTACT || state == SeatState.WRAP_UP;
    }

    /** When something happens to this seat by itself. */
    Optional<Instant> due() {
        return deadline.or(() -> availableFrom);
    }

    void layDown() {
        interaction = Optional.empty();
        offer = Optional.empty();
        queue = Optional.empty();
        deadline = Optional.empty();
        wrappingUp = Optional.empty();
    }

    SeatView view() {
        return new SeatView(
                agent, skills, state, since, reason, leaving, interaction, offer, queue, deadline, availableFrom);
    }

    SeatMemory memory() {
        return new SeatMemory(agent, idleSince, wrappingUp);
    }
}
