package io.ahoy.desktop.web;

import io.ahoy.config.Addresses;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where requests come from. Every proxy on the way adds to {@code X-Forwarded-For} whom it heard it from, and anybody may begin that
 * list with what he likes: so it is read from its end, and only as far as our own proxies wrote it. (Vert.x would believe the
 * beginning, from everybody.)
 */
public final class ClientAddresses {
    private static final String HEADER = "X-Forwarded-For";

    private final Set<InetAddress> trusted;

    /** @param trusted the proxies */
    public ClientAddresses(List<InetAddress> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    String of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return peer == null
                ? "unknown"
                : of(String.valueOf(peer.hostAddress()), request.headers().getAll(HEADER));
    }

    /** @param forwarded the headers in their order */
    String of(String peer, List<String> forwarded) {
        List<String> way = forwarded.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .toList();
        String nearest = peer;
        for (String hop : way.reversed()) {
            Optional<InetAddress> before = Addresses.read(withoutPort(hop.strip()));
            if (!isTrusted(nearest) || before.isEmpty()) {
                return nearest;
            }
            nearest = before.get().getHostAddress();
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return Addresses.read(address).filter(trusted::contains).isPresent();
    }

    /** Some proxies write {@code 192.0.2.1:50000} and {@code [2001:db8::1]:50000}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        boolean oneColon = hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':');
        return oneColon ? hop.substring(0, hop.indexOf(':')) : hop;
    }
}
