package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.PhoneCall;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippCallers.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ahoy dies; nobody on the telephone notices, and afterwards everything goes on where it was. */
class AhoyKilledTest {
    private static final String[] AGENTS = {"agent2001", "agent2002", "agent2003", "agent2004", "agent2005"};

    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("killed").withoutMenu("sales").withAgents(AGENTS.length);

    @Test
    void callersAndConversationsOutliveIt() {
        try (Shift shift = Shift.of(AHOY, AGENTS);
                SippCallers talking = AHOY.call(SippCallers.numbers("+49301110", AGENTS.length), 5)) {
            shift.awaitTalking(AGENTS.length);
            try (SippCallers waiting = AHOY.call(SippCallers.numbers("+49301120", 20), 10)) {
                List<Caller> line = shift.awaitInLine(waiting);
                Map<String, String> arrivals = shift.arrivals();

                AHOY.kill9();

                conversationsGoOn(shift, talking);
                Sounds.musicTo(waiting.all());
                try (SippCallers late = AHOY.call(List.of("+49301139999"), 1)) {
                    Sounds.musicTo(late.all());
                    AHOY.start();
                    shift.comeBack();

                    List<Caller> longer = new ArrayList<>(line);
                    longer.add(late.get(0));
                    shift.awaitLine(numbers(longer));
                    assertThat(shift.arrivals()).containsAllEntriesOf(arrivals);
                    conversationsGoOn(shift, talking);
                    Sounds.musicTo(waiting.all());

                    offeredInOrder(shift, talking, longer);
                }
            }
            talking.all().forEach(caller -> endedNormally(shift, caller));
        }
    }

    private static void conversationsGoOn(Shift shift, SippCallers talking) {
        assertThat(talking.onTheLine()).isEqualTo(AGENTS.length);
        for (Caller caller : talking.all()) {
            PhoneCall call = shift.callOf(caller);
            Sounds.between(caller, shift.phones().ear(call.extension()), call.extension());
        }
    }

    /** One seat after the other is freed, so that the order of the offers is the order of the phones' rings. */
    private static void offeredInOrder(Shift shift, SippCallers talking, List<Caller> next) {
        List<Caller> toEnd = new ArrayList<>(talking.all());
        for (int i = 0; i < next.size(); i++) {
            shift.finish(toEnd.get(i));
            Caller expected = next.get(i);
            await().atMost(Duration.ofSeconds(10)).until(() -> shift.isTalking(expected));
            toEnd.add(expected);
        }
        List<PhoneCall> rung = shift.phones().calls().subList(AGENTS.length, AGENTS.length + next.size());
        for (int i = 0; i < next.size(); i++) {
            assertThat(next.get(i).isShownAs(rung.get(i).from()))
                    .as(
                            "ring %d was for %s, not for %s",
                            i, rung.get(i).from(), next.get(i).number())
                    .isTrue();
        }
        shift.serve(toEnd.subList(next.size(), toEnd.size()));
    }

    private static void endedNormally(Shift shift, Caller caller) {
        JsonNode contact = shift.agents().stream()
                .map(agent -> agent.history(50))
                .flatMap(List::stream)
                .filter(item -> item.path("from").asText().equals(caller.number()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(caller.number() + " stands in nobody's history"));
        assertThat(contact.path("state").asText()).isEqualTo("CLOSED");
        assertThat(contact.path("cause").asText()).isEqualTo("CUSTOMER_HUNG_UP");
        JsonNode segment = contact.path("segments").path(0);
        assertThat(segment.path("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(segment.path("answeredAt").asText())
                .isLessThan(segment.path("endedAt").asText());
    }

    private static List<String> numbers(List<Caller> callers) {
        return callers.stream().map(Caller::number).toList();
    }
}
