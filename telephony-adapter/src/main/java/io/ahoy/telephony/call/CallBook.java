package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which channel belongs to whom. Touched only on the switchboard's thread. */
final class CallBook {
    private final Map<InteractionId, Call> calls = new LinkedHashMap<>();
    private final Map<String, Call> byChannel = new LinkedHashMap<>();
    private final Map<String, Leg> legs = new LinkedHashMap<>();

    void add(Call call) {
        Call earlier = calls.put(call.id, call);
        if (earlier != null) {
            byChannel.remove(earlier.channel);
        }
        byChannel.put(call.channel, call);
    }

    void add(Leg leg) {
        legs.put(leg.channel, leg);
    }

    Optional<Call> call(InteractionId id) {
        return Optional.ofNullable(calls.get(id));
    }

    Optional<Call> customer(String channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    Optional<Leg> leg(String channel) {
        return Optional.ofNullable(legs.get(channel));
    }

    List<Leg> legsOf(InteractionId id) {
        return legs.values().stream().filter(leg -> leg.interaction.equals(id)).toList();
    }

    Collection<Call> calls() {
        return List.copyOf(calls.values());
    }

    Collection<Leg> legs() {
        return List.copyOf(legs.values());
    }

    /** Whose channel it is, if anybody's. */
    Optional<InteractionId> interactionOf(String channel) {
        return customer(channel).map(call -> call.id).or(() -> leg(channel).map(leg -> leg.interaction));
    }

    boolean holds(Call call) {
        return calls.get(call.id) == call;
    }

    boolean holds(Leg leg) {
        return legs.get(leg.channel) == leg;
    }

    void remove(Call call) {
        calls.remove(call.id, call);
        byChannel.remove(call.channel, call);
    }

    void remove(Leg leg) {
        legs.remove(leg.channel, leg);
    }
}
