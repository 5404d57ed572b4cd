package io.ahoy.telephony.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text. */
record SipText(String first, List<String> headers, String body) {

    static SipText parse(byte[] bytes, int length) {
        String[] parts = new String(bytes, 0, length, StandardCharsets.UTF_8).split("\r\n\r\n", 2);
        List<String> lines = new ArrayList<>(List.of(parts[0].split("\r\n")));
        String first = lines.removeFirst();
        return new SipText(first, lines, parts.length > 1 ? parts[1] : "");
    }

    boolean isRequest() {
        return !first.startsWith("SIP/2.0");
    }

    String method() {
        return first.substring(0, first.indexOf(' '));
    }

    int status() {
        return Integer.parseInt(first.split(" ")[1]);
    }

    Optional<String> find(String name) {
        return headers.stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                        .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    String header(String name) {
        return find(name).orElse("");
    }

    List<String> all(String name) {
        return headers.stream().filter(line -> line.startsWith(name + ":")).toList();
    }

    Optional<Integer> audioPort() {
        Matcher port = Pattern.compile("m=audio (\\d+)").matcher(body);
        return port.find() ? Optional.of(Integer.parseInt(port.group(1))) : Optional.empty();
    }

    /** What stands between the angle brackets of a header. */
    static String uri(String header) {
        Matcher uri = Pattern.compile("<([^>]+)>").matcher(header);
        return uri.find() ? uri.group(1) : header;
    }
}
