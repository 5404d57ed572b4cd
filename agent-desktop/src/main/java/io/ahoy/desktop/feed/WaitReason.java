package io.ahoy.desktop.feed;

import io.ahoy.crm.team.Delivery;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.feed.Frame.Next;
import io.ahoy.desktop.feed.Frame.Why;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillNeed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why each of those who wait still does. To be asked in the order of the line, because who is ahead is a reason. */
final class WaitReason {
    private final List<SeatView> seats;
    private final Function<AgentId, Frame.AgentName> names;
    private final Function<String, Optional<Queue>> queues;
    private final Instant now;
    /** Seats by what they can do: many wait, but for few different needs. */
    private final Map<SkillNeed, List<SeatView>> able = new HashMap<>();

    private final Map<QueueId, Map<SkillNeed, Integer>> ahead = new HashMap<>();

    WaitReason(
            List<SeatView> seats,
            Function<AgentId, Frame.AgentName> names,
            Function<String, Optional<Queue>> queues,
            Instant now) {
        this.seats = seats;
        this.names = names;
        this.queues = queues;
        this.now = now;
    }

    Why next(InteractionView interaction) {
        if (interaction.state() == InteractionState.SCHEDULED) {
            return new Why.Scheduled(interaction.due());
        }
        if (isToBeTaken(interaction)) {
            return toBeTaken(interaction);
        }
        Map<SkillNeed, Integer> before = ahead.computeIfAbsent(interaction.queue(), queue -> new HashMap<>());
        Why why = why(interaction, before);
        before.merge(interaction.need(), 1, Integer::sum);
        return why;
    }

    /** One that is meant for one agent is offered to him even in a pulled queue. */
    private boolean isToBeTaken(InteractionView interaction) {
        return interaction.channel() == Channel.EMAIL
                && interaction.state() == InteractionState.WAITING
                && interaction.waitsFor().isEmpty()
                && queues.apply(interaction.queue().value())
                        .filter(queue -> queue.delivery() == Delivery.PULLED)
                        .isPresent();
    }

    /** It is ahead of nobody, because whoever is free is offered the next all the same. */
    private Why toBeTaken(InteractionView interaction) {
        int able = able(interaction.need()).size();
        Frame.Need need = Frame.Need.of(interaction.need());
        Optional<Next> next = nextOf(interaction);
        return able == 0
                ? new Why.NoAgentSignedIn(need, interaction.due(), next)
                : new Why.ToBeTaken(able, need, interaction.due(), next);
    }

    private Optional<Next> nextOf(InteractionView interaction) {
        return queues.apply(interaction.queue().value()).flatMap(rules -> NextStep.of(interaction, rules));
    }

    private Why why(InteractionView interaction, Map<SkillNeed, Integer> before) {
        if (interaction.state() == InteractionState.OFFERED) {
            return new Why.Offered(interaction.agent().map(names));
        }
        if (interaction.waitsFor().isPresent()) {
            return new Why.Preferred(names.apply(interaction.waitsFor().get()), interaction.due());
        }
        List<SeatView> those = able(interaction.need());
        Frame.Need need = Frame.Need.of(interaction.need());
        Optional<Next> next = nextOf(interaction);
        if (those.isEmpty()) {
            return new Why.NoAgentSignedIn(need, interaction.due(), next);
        }
        int rivals = before.entrySet().stream()
                .filter(other -> those.stream().anyMatch(seat -> seat.meets(other.getKey())))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return rivals > 0
                ? new Why.Behind(rivals, need, interaction.due(), next)
                : busy(those, need, interaction.due(), next);
    }

    private Why busy(List<SeatView> those, Frame.Need need, Optional<Instant> due, Optional<Next> next) {
        Optional<Instant> rest = those.stream()
                .filter(this::rests)
                .flatMap(seat -> seat.availableFrom().stream())
                .min(Comparator.naturalOrder());
        return new Why.AllBusy(
                need,
                those.size(),
                count(those, seat -> seat.state() == SeatState.OFFERED || seat.state() == SeatState.CONNECTING),
                count(those, seat -> seat.state() == SeatState.ON_CONTACT),
                count(those, seat -> seat.state() == SeatState.WRAP_UP),
                count(those, seat -> seat.state() == SeatState.ON_BREAK),
                breaks(those),
                count(those, this::rests),
                rest,
                due,
                next);
    }

    private List<SeatView> able(SkillNeed need) {
        return able.computeIfAbsent(
                need, same -> seats.stream().filter(seat -> seat.meets(same)).toList());
    }

    private boolean rests(SeatView seat) {
        return seat.state() == SeatState.READY
                && seat.availableFrom().filter(now::isBefore).isPresent();
    }

    private static Map<String, Integer> breaks(List<SeatView> those) {
        return those.stream()
                .filter(seat -> seat.state() == SeatState.ON_BREAK)
                .flatMap(seat -> seat.reason().map(BreakReason::value).stream())
                .collect(Collectors.toMap(Function.identity(), reason -> 1, Integer::sum, TreeMap::new));
    }

    private static int count(List<SeatView> seats, Predicate<SeatView> which) {
        return (int) seats.stream().filter(which).count();
    }
}
