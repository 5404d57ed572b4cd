package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.SeatMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agent's place as the core keeps it. Changed only between {@code Floor.lift} and {@code Floor.settle}. */
final class Seat extends Timed implements AgentFacts {
    final AgentId agent;
    Abilities abilities;
    /** Of his abilities, at hand because every step asks for it. */
    QueueChoice choice;
    /** Likewise: he has limits that differ from the channels'. */
    boolean hasOwnLimits;

    Presence presence = Presence.SIGNED_OUT;
    Instant since;
    Instant idleSince;
    /** Of the break he is on, or asked for while busy. */
    Optional<BreakReason> reason = Optional.empty();

    boolean leaving;
    /** Its deadline: no new offer before. */
    Optional<Instant> availableFrom = Optional.empty();

    final List<Work> works = new ArrayList<>(1);
    final NoAnswerRule.Streak unanswered = new NoAnswerRule.Streak();
    long lastOffer;

    @Nullable
    Instant busySince;

    long busyDay;
    long busyMillis;

    /** Of its capacity, as {@link Capacity} counts. */
    int units;

    // ---- where it stands, known to Needs and Floor

    final List<Need> needs = new ArrayList<>();
    /** Those of the needs, in their order. */
    int[] needNumbers = new int[8];
    /** So many of the numbers count. */
    int needCount;
    /** Bits of the channels for which he stands among the idle. */
    int idleFor;
    /** Counts his stays among the idle. */
    int stay;

    Seat(AgentId agent, Abilities abilities, Instant now) {
        this.agent = agent;
        can(abilities);
        this.since = now;
        this.idleSince = now;
    }

    Seat(SeatView view, SeatMemory memory, Queues queues) {
        this.agent = view.agent();
        can(view.abilities());
        this.presence = memory.presence();
        this.since = view.since();
        this.reason = view.reason();
        this.leaving = view.leaving();
        this.availableFrom = view.availableFrom();
        this.idleSince = memory.idleSince();
        this.lastOffer = memory.lastOffer();
        this.busySince = memory.busySince().orElse(null);
        this.busyDay = memory.busyDay();
        this.busyMillis = memory.busyMillis();
        unanswered.restore(memory.unanswered());
        Iterator<Optional<Segment>> segments = memory.segments().iterator();
        view.works().forEach(work -> works.add(new Work(this, work, segments.next(), queues.queue(work.queue()))));
    }

    // ---- facts

    void can(Abilities other) {
        abilities = other;
        choice = other.choice();
        hasOwnLimits = !other.limits().isEmpty();
    }

    @Override
    public AgentId agent() {
        return agent;
    }

    @Override
    public int level(SkillId skill) {
        return abilities.levels().getOrDefault(skill, 0);
    }

    @Override
    public boolean isIn(GroupId group) {
        return abilities.groups().contains(group);
    }

    @Override
    public int unitsInUse() {
        return units;
    }

    @Override
    public Instant idleSince() {
        return idleSince;
    }

    @Override
    public long lastDayBusy() {
        return busyDay;
    }

    @Override
    public long busyMillis() {
        return busyMillis;
    }

    @Override
    public long lastOffer() {
        return lastOffer;
    }

    // ---- needs

    void meets(Need need) {
        if (needCount == needNumbers.length) {
            needNumbers = Arrays.copyOf(needNumbers, 2 * needNumbers.length);
        }
        needNumbers[needCount++] = need.number;
        needs.add(need);
    }

    void meetsNoLonger(Need need) {
        int at = needs.indexOf(need);
        if (at >= 0) {
            needs.remove(at);
            needCount--;
            System.arraycopy(needNumbers, at + 1, needNumbers, at, needCount - at);
        }
    }

    void meetsNothing() {
        needs.clear();
        needCount = 0;
    }

    // ---- state

    boolean isIdleFor(Channel channel) {
        return (idleFor & bit(channel)) != 0;
    }

    static int bit(Channel channel) {
        return 1 << channel.ordinal();
    }

    /** Takes new work, as far as there is room. */
    boolean isOpen() {
        return presence == Presence.READY && reason.isEmpty() && !leaving && availableFrom.isEmpty() && !isUndecided();
    }

    boolean isUndecided() {
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            if (work.state == WorkState.OFFERED || work.state == WorkState.CONNECTING) {
                return true;
            }
        }
        return false;
    }

    /** With customers or their paperwork: what is asked of the seat now waits until that is done. */
    boolean isBusy() {
        for (int i = 0; i < works.size(); i++) {
            if (works.get(i).isBusy()) {
                return true;
            }
        }
        return false;
    }

    Optional<Work> offered() {
        return works.stream().filter(work -> work.state == WorkState.OFFERED).findFirst();
    }

    /** By the offer that led to it: after a transfer he may write about an interaction that has come back to him. */
    Optional<Work> on(OfferId offer) {
        for (Work work : works) {
            if (work.offer.equals(offer)) {
                return Optional.of(work);
            }
        }
        return Optional.empty();
    }

    void nowBusy(Instant now) {
        if (busySince == null) {
            busySince = now;
        }
    }

    /** @param today with which the count begins anew */
    void perhapsNoLongerBusy(Instant now, Workday today) {
        if (busySince != null && !isBusy()) {
            long from = Math.max(busySince.toEpochMilli(), today.beginsMillis());
            busyMillis = (today.number() == busyDay ? busyMillis : 0) + (now.toEpochMilli() - from);
            busyDay = today.number();
            busySince = null;
        }
    }

    // ---- pictures

    SeatView view() {
        Work foremost = foremost();
        return foremost == null
                ? new SeatView(
                        agent,
                        abilities,
                        stateOfPresence(),
                        since,
                        reason,
                        leaving,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        availableFrom,
                        List.of())
                : new SeatView(
                        agent,
                        abilities,
                        state(foremost),
                        since,
                        reason,
                        leaving,
                        Optional.of(foremost.interaction),
                        Optional.of(foremost.offer),
                        Optional.of(foremost.in.id),
                        foremost.deadline(),
                        availableFrom,
                        workViews());
    }

    private List<WorkView> workViews() {
        if (works.size() == 1) {
            return List.of(works.getFirst().view());
        }
        return works.stream().map(Work::view).toList();
    }

    SeatMemory memory() {
        return new SeatMemory(
                agent,
                presence,
                idleSince,
                works.stream().map(work -> work.segment).toList(),
                unanswered.counts(),
                lastOffer,
                Optional.ofNullable(busySince),
                busyDay,
                busyMillis);
    }

    /** Talking goes before writing, writing before ringing. */
    private @Nullable Work foremost() {
        if (works.size() == 1) {
            return works.getFirst();
        }
        Work best = null;
        for (Work work : works) {
            if (best == null || precedence(work) < precedence(best)) {
                best = work;
            }
        }
        return best;
    }

    private static int precedence(Work work) {
        return switch (work.state) {
            case ON_CONTACT -> 0;
            case CONNECTING -> 1;
            case WRAP_UP -> 2;
            case OFFERED -> 3;
            case INTERRUPTED -> 4;
            case GONE -> 5;
        };
    }

    private static SeatState state(Work work) {
        return switch (work.state) {
            case OFFERED -> SeatState.OFFERED;
            case CONNECTING -> SeatState.CONNECTING;
            case ON_CONTACT, INTERRUPTED -> SeatState.ON_CONTACT;
            case WRAP_UP, GONE -> SeatState.WRAP_UP;
        };
    }

    private SeatState stateOfPresence() {
        return switch (presence) {
            case SIGNED_OUT -> SeatState.SIGNED_OUT;
            case READY -> SeatState.READY;
            case ON_BREAK -> SeatState.ON_BREAK;
        };
    }
}
