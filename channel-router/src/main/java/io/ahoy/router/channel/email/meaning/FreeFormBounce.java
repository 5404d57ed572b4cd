package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.Bounce.Failed;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices of mail servers that write for people, without RFC 3464. Whoever they are by, they name an address and say something near
 * it; so addresses are looked for rather than forms, and the words around each tell the reason.
 *
 * @param evidence how it was recognised, in words
 */
record FreeFormBounce(List<Failed> failed, String evidence) {
    private static final List<String> OTHERS = List.of(
            "message-id",
            "message id",
            "<message-id",
            "in-reply-to",
            "references",
            "from:",
            "sender:",
            "reply-to:",
            "return-path",
            "mail from",
            ">>> mail from",
            "absender:",
            "expéditeur",
            "remitente",
            "mittente",
            "remetente",
            "отправитель",
            "发件人",
            "差出人",
            "보낸 사람");
    private static final Set<String> HELP = Set.of(
            "support",
            "help",
            "helpdesk",
            "admin",
            "administrator",
            "hostmaster",
            "webmaster",
            "postmaster",
            "servicedesk",
            "security");
    private static final int LINES_MAX = 300;
    private static final int OPENING_MAX = 700;

    static Optional<FreeFormBounce> in(ReadMail mail) {
        return evidence(mail).map(evidence -> new FreeFormBounce(recipients(mail), evidence));
    }

    private static Optional<String> evidence(ReadMail mail) {
        if (mail.headers().has("X-Failed-Recipients")) {
            return Optional.of("header X-Failed-Recipients");
        }
        Sender sender = Sender.of(mail.headers());
        Optional<String> subject = BounceNotices.subject(mail.headers().lower("Subject"));
        // A postmaster is a person too when he writes with a person's mail program.
        boolean daemon = sender.isDaemon() && (sender.nullReturnPath() || !MailProgram.isPersonal(mail.headers()));
        if (!daemon && !sender.nullReturnPath() && subject.isEmpty()) {
            // Most mails: their words need not be read.
            return Optional.empty();
        }
        List<String> notice = notice(mail);
        String plain = Lines.plain(String.join("\n", notice));
        Optional<String> body = BounceNotices.body(plain);
        boolean code = BounceReason.statusIn(plain)
                .or(() -> BounceReason.smtpCode(plain))
                .isPresent();
        // Shops send without a return path too, and write of parcels that were not delivered.
        boolean unanswerable = sender.nullReturnPath()
                && (subject.isPresent() || code)
                && !recipients(mail).isEmpty();
        if ((daemon || unanswerable) && body.isPresent()) {
            return Optional.of("sent by a mail server, and says \"" + body.get() + "\"");
        }
        if (daemon && subject.isPresent() && code) {
            return Optional.of("sent by a mail server, subject \"" + subject.get() + "\" and a status code");
        }
        // Some servers send under a person's or a service's name: then everything else must agree.
        boolean answer = mail.headers().has("In-Reply-To") && !sender.soundsLikeMachine();
        if (!code
                || answer
                || MailProgram.isPersonal(mail.headers())
                || recipients(mail).isEmpty()) {
            return Optional.empty();
        }
        String opening = plain.substring(0, Math.min(plain.length(), OPENING_MAX));
        return subject.flatMap(words -> BounceNotices.body(opening)
                .map(said -> "subject \"" + words + "\", begins with \"" + said + "\", names an address and a code"));
    }

    private static List<Failed> recipients(ReadMail mail) {
        List<String> notice = notice(mail);
        String all = String.join("\n", notice);
        boolean delayed = BounceNotices.isDelay(Lines.plain(mail.headers().lower("Subject") + "\n" + all));
        Map<String, StringBuilder> blocks = blocks(notice, named(mail), strangers(mail));
        // "Write to support@… for help" is no failure, unless nobody else is named.
        if (!blocks.keySet().stream().allMatch(FreeFormBounce::offersHelp)) {
            blocks.keySet().removeIf(FreeFormBounce::offersHelp);
        }
        List<Failed> failed = new ArrayList<>();
        blocks.forEach((address, block) -> {
            boolean said = BounceReason.statusIn(block.toString())
                    .or(() -> BounceReason.smtpCode(block.toString()))
                    .isPresent();
            // The reason may stand above the address, or be said once for all of them.
            String words = said || blocks.size() > 1 ? block.toString() : all;
            failed.add(BounceReason.failed(address, Optional.empty(), words, all, delayed));
        });
        return failed;
    }

    /** Each address with the text from its line to the next address's. */
    private static Map<String, StringBuilder> blocks(List<String> notice, Set<String> named, Set<String> strangers) {
        Map<String, StringBuilder> blocks = new LinkedHashMap<>();
        named.forEach(address -> blocks.put(address, new StringBuilder()));
        List<String> current = List.of();
        for (String line : notice) {
            List<String> here = (namesOthers(line) ? List.<String>of() : Addresses.allIn(line))
                    .stream()
                            .filter(address ->
                                    named.isEmpty() ? !isStranger(address, strangers) : named.contains(address))
                            .toList();
            if (!here.isEmpty() && !current.containsAll(here)) {
                current = here;
                here.forEach(address -> blocks.computeIfAbsent(address, any -> new StringBuilder()));
            }
            for (String address : current) {
                StringBuilder block = blocks.get(address);
                if (block != null && block.length() < Failed.DIAGNOSTIC_MAX * 4) {
                    block.append(line).append('\n');
                }
            }
        }
        return blocks;
    }

    /** Message-IDs read like addresses, and senders did not fail. */
    private static boolean namesOthers(String line) {
        String label = line.strip().toLowerCase(Locale.ROOT);
        return OTHERS.stream().anyMatch(label::startsWith);
    }

    private static boolean offersHelp(String address) {
        return HELP.contains(Addresses.bareLocalPart(address));
    }

    private static Set<String> named(ReadMail mail) {
        Set<String> named = new LinkedHashSet<>();
        mail.headers().all("X-Failed-Recipients").forEach(value -> named.addAll(Addresses.allIn(value)));
        return named;
    }

    /** Addresses that a notice mentions without meaning that they failed: ours, its own and those to ask for help. */
    private static Set<String> strangers(ReadMail mail) {
        Set<String> strangers = new LinkedHashSet<>();
        for (String header : List.of(
                "From", "To", "Reply-To", "Delivered-To", "X-Original-To", "Envelope-To", "Sender", "Return-Path")) {
            mail.headers().all(header).forEach(value -> strangers.addAll(Addresses.allIn(value)));
        }
        return strangers;
    }

    private static boolean isStranger(String address, Set<String> strangers) {
        String local = Addresses.bareLocalPart(address);
        return strangers.contains(address)
                || local.equals("postmaster")
                || local.equals("mailerdaemon")
                || local.equals("abuse")
                // A Message-ID reads like an address.
                || local.length() > 40
                        && local.chars().filter(Character::isDigit).count() > 12;
    }

    /** The server's own words: up to where the returned mail begins, without quoted lines. */
    private static List<String> notice(ReadMail mail) {
        String text = mail.text().isBlank()
                ? mail.parts().stream()
                        .filter(part -> part.within().isEmpty() && part.is("text/plain"))
                        .findFirst()
                        .flatMap(MailPart::text)
                        .orElse("")
                : mail.text();
        List<String> notice = new ArrayList<>();
        for (String line : Lines.first(LINES_MAX, text)) {
            if (BounceNotices.startsOriginal(line.strip().toLowerCase(Locale.ROOT))) {
                break;
            }
            if (!Lines.isQuoted(line) || line.stripLeading().startsWith(">>>")) {
                notice.add(line.length() > 1_000 ? line.substring(0, 1_000) : line);
            }
        }
        return notice;
    }
}
