package io.ahoy.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers numbers = new PhoneNumbers("de");

    @ParameterizedTest
    @CsvSource({
        "+49301234567, +49301234567",
        "0049301234567, +49301234567",
        "0301234567, +49301234567",
        "+49 (30) 123-4567, +49301234567",
        "(030) 123 4567, +49301234567",
        "0170 1234567, +491701234567",
        "+8613912345678, +8613912345678",
        "0086 139 1234 5678, +8613912345678",
        "+12025550123, +12025550123",
    })
    void readsNumbersAsTheHomeCountryWritesThem(String raw, String e164) {
        CallerNumber read = numbers.read(raw);
        assertThat(read.e164()).contains(e164);
        assertThat(read.raw()).isEqualTo(raw);
        assertThat(read.withheld()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "anonymous",
                "Anonymous",
                "UNAVAILABLE",
                "unknown",
                "<unknown>",
                "private",
                "Restricted",
                "\u0000",
                "\r\n",
                "\u202e",
                "asterisk"
            })
    void whatHidesTheNumberIsWithheld(String raw) {
        assertThat(numbers.read(raw)).isEqualTo(new CallerNumber(true, Optional.empty(), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1001", "500", "12", "s3cr3t", "+", "+0", "+999", "110", "sipp", "0800CALLAHOY", "++49301234567"
            })
    void extensionsAndJunkHaveNoE164(String raw) {
        CallerNumber read = numbers.read(raw);
        assertThat(read.e164()).isEmpty();
        assertThat(read.withheld()).isFalse();
        assertThat(read.raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49301234567\r\n\r\nAction: Command\r\nCommand: core stop now",
                "\"><script>alert(1)</script>",
                "'; DROP TABLE customer; --",
                "${SHELL(id)}",
                "+49301234567;isub=\u0000\u0001",
                "\u202e7654321+\u202c\u200f\ufeff",
                "\ud800\udc00\ud800 broken surrogate \udfff",
                "\u2028+49301234567\u2029",
                "tel:+49301234567;phone-context=evil.example",
                "+4930123456700000000000000000000000000000000000000000",
            })
    void hostileTextBecomesHarmlessAndNeverThrows(String raw) {
        assertIsHarmless(raw);
    }

    @Test
    void hugeTextIsCut() {
        assertIsHarmless("+49".repeat(10_000));
        assertIsHarmless("<b>".repeat(10_000));
        assertThat(numbers.read("😀".repeat(10_000)).raw()).isEqualTo("😀".repeat(64));
    }

    @Test
    void aLineBreakEndsNothing() {
        // What survives of an injected header is one line of text, and no number is found inside of it.
        CallerNumber read = numbers.read("+49301234567\r\nAction: Logoff");
        assertThat(read.e164()).isEmpty();
        assertThat(read.raw()).isEqualTo("+49301234567Action: Logoff");
    }

    @Test
    void anythingAtAllIsReadWithoutAnException() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                raw.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
            }
            assertIsHarmless(raw.toString());
        }
    }

    @Test
    void showsNumbersOfTheHomeCountryAsPeopleThereWriteThem() {
        assertThat(numbers.shown("+49301234567")).isEqualTo("030 1234567");
        assertThat(numbers.shown("+12025550123")).isEqualTo("+1 202-555-0123");
        assertThat(numbers.shown("junk")).isEqualTo("junk");
    }

    @Test
    void aHomeCountryMustExist() {
        assertThatThrownBy(() -> new PhoneNumbers("Germany"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Germany");
    }

    private void assertIsHarmless(String raw) {
        CallerNumber read = numbers.read(raw);
        assertThat(read.raw().codePointCount(0, read.raw().length())).isLessThanOrEqualTo(64);
        assertThat(read.raw().codePoints()).noneMatch(Character::isISOControl);
        assertThat(read.raw().codePoints()).noneMatch(c -> Character.getType(c) == Character.FORMAT);
        assertThat(read.raw().codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        assertThat(read.e164().orElse("+491")).matches("\\+[1-9][0-9]{1,14}");
    }
}
