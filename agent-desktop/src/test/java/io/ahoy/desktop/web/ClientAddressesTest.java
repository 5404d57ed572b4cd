package io.ahoy.desktop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.config.Addresses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    private final ClientAddresses addresses = new ClientAddresses(Stream.of("127.0.0.1", "::1", "10.0.0.2")
            .map(text -> Addresses.read(text).orElseThrow())
            .toList());

    @Test
    void aStrangersWordIsNotTaken() {
        assertThat(addresses.of("192.0.2.7", List.of("203.0.113.9"))).isEqualTo("192.0.2.7");
        assertThat(new ClientAddresses(List.of()).of("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void ofAProxysWordOnlyWhatTheProxyAdded() {
        assertThat(addresses.of("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
        assertThat(addresses.of("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(addresses.of("127.0.0.1", List.of("1.1.1.1, 203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(addresses.of("127.0.0.1", List.of("1.1.1.1", "203.0.113.9, 10.0.0.2")))
                .isEqualTo("203.0.113.9");
        assertThat(addresses.of("0:0:0:0:0:0:0:1", List.of("2001:db8::9"))).isEqualTo("2001:db8:0:0:0:0:0:9");
    }

    @Test
    void portsAreNoPartOfAnAddress() {
        assertThat(addresses.of("127.0.0.1", List.of("203.0.113.9:50000"))).isEqualTo("203.0.113.9");
        assertThat(addresses.of("127.0.0.1", List.of("[2001:db8::9]:50000"))).isEqualTo("2001:db8:0:0:0:0:0:9");
        assertThat(addresses.of("127.0.0.1", List.of("[2001:db8::9]"))).isEqualTo("2001:db8:0:0:0:0:0:9");
    }

    @Test
    void whatIsNoAddressEndsTheWay() {
        for (String junk :
                List.of("", " ", ",", "unknown", "localhost", "1.2.3", "[", "[]", ":", "x:y", "a".repeat(8_000))) {
            assertThat(addresses.of("127.0.0.1", List.of("203.0.113.9", junk)))
                    .as(junk)
                    .isIn("127.0.0.1", "203.0.113.9");
        }
        assertThat(addresses.of("127.0.0.1", List.of("203.0.113.9, unknown"))).isEqualTo("127.0.0.1");
        assertThat(addresses.of("127.0.0.1", List.of("junk, 10.0.0.2"))).isEqualTo("10.0.0.2");
    }
}
