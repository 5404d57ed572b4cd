package io.ahoy.crm.mail;

import java.util.List;
import java.util.stream.Stream;

/** Whom a mail is for. */
public record Recipients(List<MailAddress> to, List<MailAddress> cc, List<MailAddress> bcc) {
    public Recipients {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    public static Recipients to(MailAddress one) {
        return new Recipients(List.of(one), List.of(), List.of());
    }

    public Stream<MailAddress> all() {
        return Stream.of(to, cc, bcc).flatMap(List::stream);
    }
}
