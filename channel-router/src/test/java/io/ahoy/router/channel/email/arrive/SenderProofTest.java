package io.ahoy.router.channel.email.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.SampleMailbox;
import io.ahoy.router.channel.email.read.MailHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.shop.example; dmarc=fail header.from=bank.example",
                "MX.Shop.Example 1; spf=pass smtp.mailfrom=a@b.example; DMARC=Fail (p=reject; dis=none)",
                "mx.shop.example;\n\tdkim=none;\n\tdmarc = fail"
            })
    void whatTheOwnServerCallsForgedIs(String results) {
        assertThat(doubt(results)).hasValueSatisfying(why -> assertThat(why).contains("mx.shop.example", "dmarc=fail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.shop.example; dmarc=pass",
                "mx.shop.example; dmarc=none",
                "mx.shop.example; spf=fail",
                "mx.shop.example; dmarc=pass (was dmarc=fail; dmarc=fail elsewhere)",
                "mx.evil.example; dmarc=fail",
                "mx.shop.example.evil.example; dmarc=fail",
                ""
            })
    void everythingElseSaysNothing(String results) {
        assertThat(doubt(results)).isEmpty();
    }

    @Test
    void theTopmostOfTheOwnServerCounts() {
        assertThat(doubt("other.example; dmarc=pass", "mx.shop.example; dmarc=fail", "mx.shop.example; dmarc=pass"))
                .isPresent();
        assertThat(doubt("mx.shop.example; dmarc=pass", "mx.shop.example; dmarc=fail"))
                .isEmpty();
    }

    @Test
    void withoutAServerThatIsTrustedNobodyIsDoubted() {
        MailHeaders headers = headers("mx.shop.example; dmarc=fail");
        assertThat(SenderProof.doubt(headers, SampleMailbox.named("support"))).isEmpty();
    }

    private static Optional<String> doubt(String... results) {
        Mailbox plain = SampleMailbox.named("support");
        return SenderProof.doubt(
                headers(results),
                new Mailbox(
                        plain.name(),
                        plain.address(),
                        plain.shownAs(),
                        plain.queue(),
                        plain.caseType(),
                        plain.receiving(),
                        plain.sending(),
                        Optional.of("mx.shop.example"),
                        Optional.empty()));
    }

    private static MailHeaders headers(String... results) {
        List<MailHeaders.Field> fields = Arrays.stream(results)
                .map(value -> new MailHeaders.Field("Authentication-Results", value))
                .toList();
        return new MailHeaders(fields);
    }
}
