package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void theMarkOfBrokenBytesMayStandInATextItself() {
        byte[] told = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        assertThat(Letters.read(told, Optional.of("utf-8"))).isEqualTo(new Letters.Read("a\uFFFDb", Optional.empty()));
        byte[] broken = {'a', (byte) 0xC3, 'b'};
        assertThat(Letters.strictly(broken, StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatIsLabelledWesternAndIsUtf8IsReadAsThat() {
        byte[] utf8 = "Grüße".getBytes(StandardCharsets.UTF_8);
        assertThat(Letters.read(utf8, Optional.of("iso-8859-1")).text()).isEqualTo("Grüße");
        assertThat(Letters.read(utf8, Optional.of("iso-8859-1")).complaint()).isPresent();
        assertThat(Letters.read(utf8, Optional.empty()).complaint()).isEmpty();
        byte[] ascii = "plain".getBytes(StandardCharsets.US_ASCII);
        assertThat(Letters.read(ascii, Optional.of("us-ascii")).complaint()).isEmpty();
    }

    @Test
    void endsLinesAsJavaDoes() {
        assertThat(Letters.plainLines("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
        assertThat(Letters.plainLines("a\r\0\nb\0")).isEqualTo("a\n\nb");
        assertThat(Letters.plainLines("a\nb")).isEqualTo("a\nb");
    }
}
