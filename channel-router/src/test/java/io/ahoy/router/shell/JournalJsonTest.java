package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Chaos;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Names;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
                 {"type":"Arrived","interaction":"00000000-0000-0001-0000-000000000001","channel":"VOICE","queue":"sales","arrivedAt":"2026-01-05T08:00:00Z","wish":{"levels":{"german":7},"tier":1,"headStart":"PT1M","preferred":"00000000-0000-0002-0000-000000000001","patience":"PT20S","never":[]}},
                 {"type":"OfferFailed","offer":"00000000-0000-0001-0000-000000000001.2","cause":"BUSY"},
                 {"type":"SeatSignedIn","agent":"00000000-0000-0002-0000-000000000001","abilities":{"levels":{"a":10,"b":3},"groups":["day"],"limits":{"CHAT":2},"choice":{"type":"BestRank"}},"reason":"lunch","later":1},
                 {"type":"TransferAsked","interaction":"00000000-0000-0001-0000-000000000001","by":"00000000-0000-0002-0000-000000000001","target":{"type":"ToQueue","queue":"support"}},
                 {"type":"QueuesChanged","queues":[{"id":"sales","staffing":{"need":{"levels":{"a":1},"groups":[]},"widening":[{"after":"PT20S","changes":[{"type":"LowerLevel","skill":"a","level":1}]}],"strategy":{"type":"Rings","groups":["day"]}},"priority":{"tier":0,"headStart":"PT0S","weight":1},"offerLimit":"PT20S","noAnswer":{"DECLINED":{"pauseAfter":0,"pause":"system.missed","retry":"PT10S"}},"wrapUp":{"limit":"PT1M30S","extension":"PT15S","extensionsMax":10},"overflow":[{"when":{"type":"Waited","after":"PT1M"},"action":{"type":"ToQueue","queue":"support"}}],"hours":{"zone":"Europe/Berlin","week":{"MONDAY":[{"from":"08:00:00","to":"17:00:00"}]},"dates":{"2026-12-25":[]}},"callback":{"attemptsMax":3,"retry":"PT10M","ringLimit":"PT30S","expiry":"PT24H"},"announceEvery":"PT0S"}],"channels":{"CHAT":{"units":50,"interruptedBy":["VOICE"],"limit":2}}}
                ],"ticked":true}
                """);
        assertThat(row.inputs()).hasSize(5);
        assertThat(row.said()).isEmpty();
        Input.QueuesChanged queues = (Input.QueuesChanged) row.inputs().getLast();
        assertThat(queues.queues().getFirst().delivery()).isEqualTo(Delivery.PUSHED);
        assertThat(JournalJson.write(row))
                .contains("\"offer\":\"00000000-0000-0001-0000-000000000001.2\"")
                .contains("\"levels\":{\"a\":10,\"b\":3}")
                .contains("\"limit\":\"PT1M30S\"")
                .contains("\"arrivedAt\":\"2026-01-05T08:00:00Z\"")
                .doesNotContain("later")
                .doesNotContain("said");
    }

    /** Whoever waits was kept from nobody, and what was withdrawn was nobody's own. */
    @Test
    void whatThePastDidNotNameHasAMeaning() {
        Acd acd = Acd.of(Image.EMPTY);
        InteractionId waits = new InteractionId(new UUID(1, 1));
        acd.apply(new Input.QueuesChanged(List.of(SmallFloor.sales(Duration.ofSeconds(20)))), Names.START);
        acd.apply(new Input.Arrived(waits, Channel.EMAIL, new QueueId("sales"), Names.START), Names.START);
        String text = JournalJson.write(acd.image());
        String past = text.replaceAll(",\"never\":\\[]", "");
        assertThat(past).isNotEqualTo(text).contains("EMAIL");
        assertThat(JournalJson.readImage(past)).isEqualTo(acd.image());
        JournalRow row = JournalJson.readRow(1, Names.START, """
                {"inputs":[{"type":"Withdrawn","interaction":"00000000-0000-0001-0000-000000000001","cause":"JOINED"}],"ticked":true}
                """);
        assertThat(row.inputs()).containsExactly(new Input.Withdrawn(waits, EndCause.JOINED));
    }

    @Test
    void aRowKeepsWhatFollowedAsAHash() {
        InteractionId called = new InteractionId(new UUID(1, 1));
        String hash = RowHash.of(List.of(new Output.HangUp(called)));
        assertThat(hash).hasSize(16).isNotEqualTo(RowHash.of(List.of()));
        JournalRow row = new JournalRow(9, Names.START, List.of(), true, Optional.of(hash));
        assertThat(JournalJson.readRow(9, Names.START, JournalJson.write(row))).isEqualTo(row);
        assertThat(RowHash.of(List.of(new Output.TransferOut(called, "+4930123456"))))
                .as("a number that is erased later does not change it")
                .isEqualTo(RowHash.of(List.of(new Output.TransferOut(called, ""))));
    }
}
