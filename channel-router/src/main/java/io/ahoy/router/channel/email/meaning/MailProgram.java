package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import java.util.List;

/** The program that a mail says it was written with. */
final class MailProgram {
    private static final List<String> PERSONAL = List.of(
            "thunderbird",
            "mozilla",
            "apple mail",
            "iphone mail",
            "ipad mail",
            "microsoft outlook 1",
            "microsoft office outlook",
            "microsoft-macoutlook",
            "evolution",
            "kmail",
            "mutt",
            "yahoomailwebservice",
            "webservice/",
            "roundcube",
            "airmail",
            "the bat!",
            "foxmail",
            "becky",
            "sylpheed",
            "claws mail",
            "alpine",
            "k-9 mail",
            "k9mail",
            "fairemail",
            "em client",
            "open-xchange mailer",
            "horde",
            "squirrelmail",
            "gnus",
            "lotus notes release",
            "postbox",
            "vivaldi mail");

    private MailProgram() {}

    /** Whether it is one that people write with. */
    static boolean isPersonal(MailHeaders headers) {
        String programs = headers.lower("User-Agent") + " " + headers.lower("X-Mailer");
        return PERSONAL.stream().anyMatch(programs::contains);
    }
}
