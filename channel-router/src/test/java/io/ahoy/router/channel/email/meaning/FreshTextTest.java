package io.ahoy.router.channel.email.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking a text apart loses nothing, whatever it is made of; the corpus tells what it should become. */
class FreshTextTest {
    private static final List<String> PIECES = List.of(
            "I have a question.",
            "",
            "> quoted",
            ">> quoted twice",
            "| barred",
            "| cell | cell |",
            "-- ",
            "Sent from my iPhone",
            "On 2 Nov 2026 at 8:12, Bo Lind <bo@mail.example> wrote:",
            "Am 02.11.26 um 09:12 schrieb Bo Lind:",
            "-----Original Message-----",
            "________________________________",
            "From: Bo Lind <bo@mail.example>",
            "Sent: Monday, November 2, 2026 8:12 AM",
            "Subject: your order",
            "---------- Forwarded message ---------",
            "This e-mail is confidential and intended for one person only.",
            "\u00a0",
            ":",
            "您好");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsEveryLine(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 400; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = chance.nextInt(14); i >= 0; i--) {
                lines.add(PIECES.get(chance.nextInt(PIECES.size())));
            }
            FreshText taken = FreshText.of(chance.nextBoolean() ? "Re: order" : "Fwd: order", String.join("\n", lines));
            assertThat(filled(String.join("\n", taken.fresh(), taken.quoted(), taken.signature())))
                    .as("seed %d, lines %s", seed, lines)
                    .containsExactlyInAnyOrderElementsOf(filled(String.join("\n", lines)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void showsSomethingWhereverThereIsSomething(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 400; round++) {
            String text = PIECES.get(chance.nextInt(PIECES.size())) + "\n" + PIECES.get(chance.nextInt(PIECES.size()));
            assertThat(FreshText.of("Re: order", text).fresh().isEmpty())
                    .as("seed %d, text %s", seed, text)
                    .isEqualTo(filled(text).isEmpty());
        }
    }

    /** A log of many lines below a question stays with the question, however long. */
    @Test
    void keepsALongLog() {
        String log = "2026-11-02 08:12 From: pump 7:\n".repeat(30_000);
        FreshText taken = FreshText.of("log", "What does this mean?\n" + log);
        assertThat(taken.fresh()).hasLineCount(30_001);
        assertThat(taken.quoted()).isEmpty();
    }

    private static List<String> filled(String text) {
        return Stream.of(text.split("\n"))
                .map(line -> line.replace('\u00a0', ' ').stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
