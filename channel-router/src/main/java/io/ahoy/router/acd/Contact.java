package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.CallbackPlan;
import io.ahoy.router.acd.Image.ContactMemory;
import io.ahoy.router.acd.Image.OpenOffer;
import io.ahoy.router.acd.Image.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An interaction as the core keeps it. Changed only between {@code Floor.lift} and {@code Floor.settle}. */
final class Contact extends Timed implements Comparable<Contact> {
    final InteractionId id;
    final Instant arrivedAt;
    final Wish wish;
    Channel channel;
    InteractionState state = InteractionState.WAITING;
    Instant since;
    int tier;
    /** Milliseconds of the epoch. */
    long rank;

    Segment segment;
    /** That of the segment. */
    Queue in;

    int attempts;
    Optional<AgentId> agent = Optional.empty();
    /** The open offer, or the one that led to this conversation. */
    Optional<OfferId> offer = Optional.empty();

    /** What the agent has of it, from the offer on. */
    @Nullable
    Work work;

    Optional<OpenOffer> openOffer = Optional.empty();
    Optional<EndCause> cause = Optional.empty();

    // ---- while waiting

    /** He waits for his preferred agent alone. */
    boolean patient;
    /** How far his queue's widening has come. */
    int step;
    /** How many of his queue's time limits have run out. */
    int limitsOver;
    /** Lost his agent, and is not asked at the door again. */
    boolean comesBack;
    /** Queues he overflowed through without meeting anybody. */
    int hops;

    Optional<CallbackPlan> callback = Optional.empty();
    Optional<Told> told = Optional.empty();
    /** When something other than an announcement happens to him by itself; {@link Instant#MAX} for never. */
    Instant next = Instant.MAX;

    @Nullable
    Line line;
    /** Found when it is needed; forgotten when it may be another. */
    @Nullable
    Course course;

    /** A customer who has just come. */
    Contact(Input.Arrived in, Queue queue, Instant arrivedAt, Instant now) {
        this.id = in.interaction();
        this.channel = in.channel();
        this.wish = in.wish();
        this.arrivedAt = arrivedAt;
        this.tier = Math.max(wish.tier(), queue.priority.tier());
        this.rank = arrivedAt
                .minus(wish.headStart())
                .minus(queue.priority.headStart())
                .toEpochMilli();
        this.since = now;
        this.segment = Segment.first(id, queue.id, arrivedAt);
        this.in = queue;
    }

    Contact(InteractionView view, ContactMemory memory, Queue queue) {
        this.in = queue;
        this.id = view.id();
        this.channel = view.channel();
        this.arrivedAt = view.arrivedAt();
        this.state = view.state();
        this.since = view.since();
        this.tier = view.tier();
        this.rank = view.rank().toEpochMilli();
        this.agent = view.agent();
        this.offer = view.offer();
        this.cause = view.cause();
        this.step = view.step();
        this.patient = view.waitsFor().isPresent();
        this.wish = memory.wish();
        this.segment = memory.segment();
        this.attempts = memory.attempts();
        this.openOffer = memory.offer();
        this.limitsOver = memory.limitsOver();
        this.hops = memory.hops();
        this.callback = memory.callback();
        this.told = memory.told();
    }

    /** Who is served first: the higher tier, then the earlier rank, then the smaller id. */
    @Override
    public int compareTo(Contact other) {
        if (tier != other.tier) {
            return tier > other.tier ? -1 : 1;
        }
        int byRank = Long.compare(rank, other.rank);
        return byRank != 0 ? byRank : id.compareTo(other.id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    QueueId queue() {
        return in.id;
    }

    boolean isOn(OfferId which) {
        return openOffer.isPresent() && openOffer.get().id().equals(which);
    }

    /** In conversation with this agent. */
    boolean isActiveWith(AgentId who) {
        return state == InteractionState.ACTIVE
                && agent.isPresent()
                && agent.get().equals(who);
    }

    boolean agentTalks() {
        return state == InteractionState.ACTIVE || state == InteractionState.INTERRUPTED;
    }

    /** Of his queue's time limits, the first that has not run out; after a change it may be one whose time is over already. */
    Optional<Overflow> nextLimit() {
        return limitsOver < in.limits.size() ? Optional.of(in.limits.get(limitsOver)) : Optional.empty();
    }

    /** His queue has other time limits now. */
    void limitsChanged(List<Overflow> before) {
        List<Overflow> over = before.stream().limit(limitsOver).toList();
        limitsOver = (int) in.limits.stream().takeWhile(over::contains).count();
    }

    InteractionView view(SkillNeed need) {
        return new InteractionView(
                id,
                channel,
                queue(),
                state,
                arrivedAt,
                tier,
                Instant.ofEpochMilli(rank),
                segment.enteredAt(),
                since,
                segment.number(),
                agent,
                offer,
                cause,
                need,
                step,
                patient ? wish.preferred() : Optional.empty(),
                due(),
                wish.never());
    }

    private Optional<Instant> due() {
        boolean waits = state == InteractionState.WAITING;
        if (!waits && state != InteractionState.SCHEDULED) {
            return Optional.empty();
        }
        // Who has hung up to be called back is not concerned.
        boolean closes = waits && callback.isEmpty() && in.closesAt.isPresent();
        if (closes && in.closesAt.get().isBefore(next)) {
            return in.closesAt;
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    ContactMemory memory() {
        return new ContactMemory(id, wish, attempts, segment, openOffer, limitsOver, hops, callback, told);
    }
}
