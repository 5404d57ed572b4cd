package io.ahoy.desktop.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One message in SIPp's log.
 *
 * @param at in microseconds, as SIPp saw it
 * @param sent by SIPp; otherwise received
 * @param text as on the wire, bytes read as ISO 8859-1
 */
public record SipMessage(Instant at, boolean sent, String text) {

    public String firstLine() {
        return text.lines().findFirst().orElse("");
    }

    /** {@code INVITE}, or empty for a response. */
    public String method() {
        return status().isPresent() ? "" : firstLine().split(" ", 2)[0];
    }

    public Optional<Integer> status() {
        String line = firstLine();
        return line.startsWith("SIP/2.0 ") ? Optional.of(Integer.parseInt(line.substring(8, 11))) : Optional.empty();
    }

    /** The value of the first header of this name. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip());
    }

    public String callId() {
        return header("Call-ID").orElse("");
    }

    /** Where the sender wants to hear, if it says so. */
    OptionalInt soundPort() {
        return text.lines()
                .filter(line -> line.startsWith("m=audio "))
                .mapToInt(line -> Integer.parseInt(line.split(" ", 3)[1]))
                .findFirst();
    }

    /** The method a response answers; of a request its own. */
    public String cseqMethod() {
        String cseq = header("CSeq").orElse("");
        return cseq.substring(cseq.lastIndexOf(' ') + 1);
    }

    boolean answers(String method, int from, int to) {
        return cseqMethod().equals(method)
                && status().filter(code -> code >= from && code <= to).isPresent();
    }
}
