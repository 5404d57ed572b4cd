package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail of ours that a report speaks of. */
final class OriginalMessage {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
    private static final int LINES_MAX = 2_000;

    private OriginalMessage() {}

    /**
     * Its Message-ID with angle brackets: from the attached mail or its headers, else from lines within the notice, else from
     * what the notice answers.
     */
    static Optional<String> idIn(ReadMail mail) {
        return Stream.<Optional<String>>concat(
                        mail.parts().stream().map(OriginalMessage::ofPart),
                        Stream.concat(
                                Stream.concat(
                                                Stream.of(mail.text()),
                                                mail.parts().stream().flatMap(part -> part.text().stream()))
                                        .map(OriginalMessage::inLines),
                                Stream.of("X-Original-Message-ID", "In-Reply-To", "References")
                                        .map(name -> mail.headers().first(name).flatMap(OriginalMessage::lastId))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofPart(MailPart part) {
        boolean attachedMail = part.within().isPresent() || part.is("message/rfc822");
        if (attachedMail && part.headers().has("Message-ID")) {
            return part.headers().first("Message-ID").flatMap(OriginalMessage::lastId);
        }
        boolean headersOnly =
                part.is("text/rfc822-headers") || part.is("message/rfc822-headers") || part.is("message/rfc822");
        if (!headersOnly) {
            return Optional.empty();
        }
        return part.text()
                .flatMap(text -> FieldGroups.of(text).stream()
                        .findFirst()
                        .flatMap((MailHeaders headers) -> headers.first("Message-ID"))
                        .flatMap(OriginalMessage::lastId));
    }

    private static Optional<String> inLines(String text) {
        List<String> lines = Lines.first(LINES_MAX, text);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > Lines.FORM_MAX * 2) {
                continue;
            }
            String bare = line.toLowerCase(Locale.ROOT);
            int name = Math.max(bare.indexOf("message-id:"), bare.indexOf("message id:"));
            if (name < 0) {
                continue;
            }
            // A long id stands on the next line.
            String value = line.substring(name) + (i + 1 < lines.size() ? " " + lines.get(i + 1) : "");
            Matcher id = ID.matcher(value);
            if (id.find()) {
                return Optional.of(id.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lastId(String value) {
        Matcher matcher = ID.matcher(value);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group());
        }
        return last;
    }
}
