package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A leaf's decoded bytes, and what they are.
 *
 * @param name fit to be a name of a file
 */
record Content(Leaf leaf, Counting bytes, String type, Optional<String> name, Transfer transfer) {
    private static final Pattern BRACKETS = Pattern.compile("^<|>$");

    static Content of(Leaf leaf, InputStream raw) throws IOException {
        Transfer transfer = new Transfer();
        InputStream decoded = transfer.decoded(raw, leaf.headers().lower("Content-Transfer-Encoding"));
        byte[] first = decoded.readNBytes(MediaTypes.LOOKED_AT);
        Optional<String> name = leaf.name().map(Shown::fileName).filter(any -> !any.isEmpty());
        String type = MediaTypes.of(first, name, leaf.type().value());
        return new Content(leaf, new Counting(first, decoded), type, name, transfer);
    }

    boolean isMail() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** Outlook's own container of files. */
    boolean isTnef() {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || name.filter("winmail.dat"::equalsIgnoreCase).isPresent();
    }

    /** @param size of the decoded bytes, which is known only after they were read */
    MailPart part(long size, Optional<String> text, Optional<String> called, MailHeaders headers) {
        return new MailPart(
                leaf.number(),
                type,
                leaf.type().value(),
                called,
                leaf.headers()
                        .first("Content-ID")
                        .map(id -> BRACKETS.matcher(id.strip()).replaceAll(""))
                        .filter(id -> !id.isEmpty()),
                leaf.disposition().value().equals("inline") && type.startsWith("image/"),
                size,
                text,
                leaf.within(),
                headers);
    }
}
