package io.ahoy.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the file that names the site's mailboxes; {@code config/mailboxes.yaml} explains it. */
public final class MailboxesFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;:]{1,64}@[^@\\s<>\",;:]{1,255}");
    private static final int PORT_MAX = 65_535;
    private static final int LOOPBACK_IMAP = 143;
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration POLL_MIN = Duration.ofSeconds(1);
    private static final Duration POLL_MAX = Duration.ofDays(1);

    private final Map<String, String> environment;

    private MailboxesFile(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * What it says.
     *
     * @param authorities in PEM: those whose certificates are believed when somebody signs what he sends
     */
    public record Content(List<Mailbox> mailboxes, Optional<Path> authorities) {
        public Content {
            mailboxes = List.copyOf(mailboxes);
        }
    }

    /**
     * @param environment where passwords are looked up that the file names by their variable
     * @throws ConfigProblems all that is wrong with it, at once
     */
    public static Content read(Path file, Map<String, String> environment) throws ConfigProblems {
        YamlSection top = YamlSection.of(file);
        MailboxesFile reader = new MailboxesFile(environment);
        List<Mailbox> mailboxes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlSection section : top.sections("mailboxes")) {
            reader.mailbox(section).ifPresent(mailbox -> {
                if (!names.add(mailbox.name())) {
                    section.wrong("name", "is \"" + mailbox.name() + "\", as that of another mailbox");
                }
                mailboxes.add(mailbox);
            });
        }
        Optional<Path> authorities = readable(top, "authorities", "a file in PEM");
        top.finish();
        return new Content(mailboxes, authorities);
    }

    private Optional<Mailbox> mailbox(YamlSection section) {
        Optional<String> name = matching(section, "name", NAME, "small letters, digits and - only");
        Optional<String> address = matching(section, "address", ADDRESS, "an address such as support@shop.example");
        Optional<String> queue = needed(section, "queue");
        Optional<String> caseType = section.text("caseType");
        String shownAs = section.text("shownAs").orElse("");
        Optional<Mailbox.Receiving> receiving = receiving(section.section("receive"), section);
        Optional<Mailbox.Sending> sending = sending(section.section("send"), section);
        Optional<String> authenticatedBy = section.text("authenticatedBy");
        Optional<Mailbox.Signing> signing = section.has("sign") ? signing(section.section("sign")) : Optional.empty();
        if (name.isEmpty() || address.isEmpty() || queue.isEmpty() || receiving.isEmpty() || sending.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mailbox(
                name.get(),
                address.get(),
                shownAs,
                queue.get(),
                caseType,
                receiving.get(),
                sending.get(),
                authenticatedBy,
                signing));
    }

    private Optional<Mailbox.Signing> signing(YamlSection section) {
        Optional<Path> keys = readable(section, "keys", "a PKCS #12 file");
        Optional<Secret> password = secret(section, "password");
        if (password.isEmpty()) {
            section.wrong("password", "is missing; name its variable by passwordFrom");
        }
        if (keys.isEmpty() && !section.has("keys")) {
            section.wrong("keys", "is missing: name a PKCS #12 file with the key and its certificates");
        }
        return keys.flatMap(file -> password.map(given -> new Mailbox.Signing(file, given)));
    }

    private Optional<Mailbox.Receiving> receiving(YamlSection section, YamlSection around) {
        if (!around.has("receive")) {
            around.wrong("receive", "is missing: say from which server its mails are fetched");
            return Optional.empty();
        }
        Mailbox.Protocol protocol =
                section.oneOf("protocol", names(Mailbox.Protocol.values())).orElse(Mailbox.Protocol.IMAP);
        Mailbox.Security security = security(section);
        Optional<String> host = needed(section, "host");
        int port = section.wholeNumber("port", 1, PORT_MAX).orElse(port(protocol, security));
        Optional<Mailbox.Account> account = account(section);
        if (account.isEmpty()) {
            section.wrong("user", "is missing: say who signs in");
        }
        String folder = section.text("folder").orElse("INBOX");
        Mailbox.Afterwards afterwards =
                section.oneOf("afterwards", names(Mailbox.Afterwards.values())).orElse(Mailbox.Afterwards.MARK);
        Duration poll = section.duration("pollEvery", POLL_MIN, POLL_MAX).orElse(POLL);
        Optional<Path> certificate = certificate(section);
        return host.isEmpty() || account.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mailbox.Receiving(
                        protocol, host.get(), port, security, account.get(), folder, afterwards, poll, certificate));
    }

    private Optional<Mailbox.Sending> sending(YamlSection section, YamlSection around) {
        if (!around.has("send")) {
            around.wrong("send", "is missing: say by which server its answers go out");
            return Optional.empty();
        }
        Mailbox.Security security = security(section);
        int port = section.wholeNumber("port", 1, PORT_MAX).orElse(security == Mailbox.Security.TLS ? 465 : 587);
        Optional<Mailbox.Account> account = account(section);
        boolean emptySender = section.oneOf("emptySender", Map.of("true", true, "false", false))
                .orElse(true);
        Optional<Path> certificate = certificate(section);
        return needed(section, "host")
                .map(host -> new Mailbox.Sending(host, port, security, account, emptySender, certificate));
    }

    private static Optional<Path> certificate(YamlSection section) {
        return readable(section, "certificate", "a file in PEM");
    }

    private static Optional<Path> readable(YamlSection section, String key, String what) {
        Optional<Path> file = section.text(key).map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            section.wrong(key, "names " + file.get() + ", which cannot be read: name " + what);
        }
        return file;
    }

    private static Mailbox.Security security(YamlSection section) {
        return section.oneOf("security", names(Mailbox.Security.values())).orElse(Mailbox.Security.TLS);
    }

    private static int port(Mailbox.Protocol protocol, Mailbox.Security security) {
        boolean tls = security == Mailbox.Security.TLS;
        return switch (protocol) {
            case IMAP -> tls ? 993 : LOOPBACK_IMAP;
            case POP3 -> tls ? 995 : 110;
        };
    }

    private Optional<Mailbox.Account> account(YamlSection section) {
        Optional<String> user = section.text("user");
        Optional<Secret> password = secret(section, "password");
        Optional<String> tokenUrl = section.text("tokenUrl");
        Optional<String> client = section.text("clientId");
        Optional<Secret> clientSecret = secret(section, "clientSecret");
        Optional<Secret> refresh = secret(section, "refreshToken");
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (tokenUrl.isPresent() && client.isPresent() && refresh.isPresent()) {
            return Optional.of(
                    new Mailbox.Account.OAuth2(user.get(), tokenUrl.get(), client.get(), clientSecret, refresh.get()));
        }
        if (tokenUrl.isPresent() || refresh.isPresent()) {
            section.wrong("tokenUrl", "needs clientId and refreshToken beside it");
        } else if (password.isEmpty()) {
            section.wrong("password", "is missing; name its variable by passwordFrom, or give tokenUrl for OAuth 2");
        }
        return password.map(given -> new Mailbox.Account.Password(user.get(), given));
    }

    /** Given here, or better: by the variable that holds it. */
    private Optional<Secret> secret(YamlSection section, String key) {
        Optional<String> here = section.text(key);
        Optional<String> variable = section.text(key + "From");
        if (variable.isPresent() && !environment.containsKey(variable.get())) {
            section.wrong(key + "From", "names the variable " + variable.get() + ", which is not set");
        }
        return here.or(() -> variable.map(name -> environment.getOrDefault(name, "")))
                .map(Secret::new);
    }

    private static Optional<String> needed(YamlSection section, String key) {
        Optional<String> text = section.text(key).filter(given -> !given.isBlank());
        if (text.isEmpty()) {
            section.wrong(key, "is missing");
        }
        return text;
    }

    private static Optional<String> matching(YamlSection section, String key, Pattern form, String must) {
        Optional<String> text = needed(section, key);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            section.wrong(key, "must be " + must);
            return Optional.empty();
        }
        return text;
    }

    private static <T extends Enum<T>> Map<String, T> names(T[] values) {
        Map<String, T> names = new TreeMap<>();
        for (T value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return names;
    }
}
