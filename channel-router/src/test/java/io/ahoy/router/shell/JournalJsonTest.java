package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Chaos;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Names;
import io.ahoy.router.acd.Output;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
    @Test
    void everyInputAndEveryImageSurvivesItsText() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 1; seed <= 5; seed++) {
            Chaos chaos = new Chaos(seed);
            Acd acd = Acd.of(Image.EMPTY);
            for (int step = 0; step < 1_000; step++) {
                Chaos.Step next = chaos.next(acd.nextDeadline());
                List<Output> said = next.input()
                        .map(input -> {
                            seen.add(input.getClass().getSimpleName());
                            JournalRow row = new JournalRow(9, next.now(), List.of(input), true);
                            assertThat(JournalJson.readRow(9, next.now(), JournalJson.write(row)))
                                    .isEqualTo(row);
                            return acd.apply(input, next.now());
                        })
                        .orElseGet(() -> acd.tick(next.now()));
                chaos.heard(said);
                if (step % 50 == 0) {
                    Image image = acd.image();
                    assertThat(JournalJson.readImage(JournalJson.write(image))).isEqualTo(image);
                }
            }
        }
        assertThat(seen).hasSize(Input.class.getPermittedSubclasses().length);
    }

    /** Rows are kept for years: their text may gain fields, never change. */
    @Test
    void theTextIsTheOneOfThePast() {
        JournalRow row = JournalJson.readRow(1, Names.START, """
                {"inputs":[
                 {"type":"Arrived","interaction":"00000000-0000-0001-0000-000000000001","channel":"VOICE","queue":"sales","arrivedAt":"2026-01-05T08:00:00Z"},
                 {"type":"OfferFailed","offer":"00000000-0000-0001-0000-000000000001.2","cause":"BUSY"},
                 {"type":"SeatSignedIn","agent":"00000000-0000-0002-0000-000000000001","skills":["a","b"],"reason":"lunch","later":1},
                 {"type":"TransferAsked","interaction":"00000000-0000-0001-0000-000000000001","by":"00000000-0000-0002-0000-000000000001","target":{"type":"ToQueue","queue":"support"}},
                 {"type":"QueuesChanged","queues":[{"id":"sales","skill":"a","offerLimit":"PT20S","wrapUpLimit":"PT1M30S","wrapUpExtension":"PT15S","declineRetry":"PT0S"}]}
                ],"ticked":true}
                """);
        assertThat(row.inputs()).hasSize(5);
        assertThat(JournalJson.write(row))
                .contains("\"offer\":\"00000000-0000-0001-0000-000000000001.2\"")
                .contains("\"skills\":[\"a\",\"b\"]")
                .contains("\"wrapUpLimit\":\"PT1M30S\"")
                .contains("\"arrivedAt\":\"2026-01-05T08:00:00Z\"")
                .doesNotContain("later");
    }
}
