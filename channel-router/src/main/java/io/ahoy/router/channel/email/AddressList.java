package io.ahoy.router.channel.email;

import io.ahoy.crm.mail.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the decoded text of an address header (RFC 5322, 3.4). Names were decoded before, so that a comma may stand in one without
 * quotes: what lacks an address belongs to what follows it.
 */
public final class AddressList {
    /** More recipients are of no use to anybody here. */
    private static final int ADDRESSES_MAX = 1_000;

    private static final int ADDRESS_MAX = 320;

    private AddressList() {}

    public static Optional<MailAddress> first(String header) {
        return read(header).stream().findFirst();
    }

    /** At most {@link #ADDRESSES_MAX}; what is no address is left out. */
    public static List<MailAddress> read(String header) {
        List<MailAddress> found = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String piece : pieces(header)) {
            pending.append(pending.isEmpty() ? "" : ",").append(piece);
            Optional<MailAddress> address = one(pending.toString());
            address.ifPresent(found::add);
            if (address.isPresent()) {
                pending.setLength(0);
            }
            if (found.size() == ADDRESSES_MAX) {
                break;
            }
        }
        return List.copyOf(found);
    }

    /** Between commas and semicolons outside of quotes and angle brackets. A group's name goes with its first member. */
    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        boolean angled = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
                continue;
            }
            quoted ^= c == '"' && !angled;
            angled = !quoted && (c == '<' || (angled && c != '>'));
            if ((c == ',' || c == ';') && !quoted && !angled) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static Optional<MailAddress> one(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        if (open >= 0 && close > open) {
            return address(text.substring(open + 1, close))
                    .map(bare -> new MailAddress(bare, name(text.substring(0, open))));
        }
        String bare = text.substring(text.lastIndexOf(':') + 1).strip();
        int comment = bare.indexOf('(');
        String name = comment < 0 ? "" : bare.substring(comment + 1).replace(")", "");
        return address(comment < 0 ? bare : bare.substring(0, comment))
                .map(found -> new MailAddress(found, name(name)));
    }

    private static Optional<String> address(String text) {
        String bare = text.strip();
        int at = bare.lastIndexOf('@');
        boolean whole = at > 0 && at < bare.length() - 1 && bare.length() <= ADDRESS_MAX;
        return whole && bare.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == ',' || c == 127)
                ? Optional.of(bare)
                : Optional.empty();
    }

    private static String name(String text) {
        String bare = text.strip();
        if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return bare.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
