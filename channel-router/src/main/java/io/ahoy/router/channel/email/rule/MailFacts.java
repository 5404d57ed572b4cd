package io.ahoy.router.channel.email.rule;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.read.MailHeaders;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What rules are asked about: the values of {@link RuleTypes}. Whatever a mail lacks is empty rather than missing. */
final class MailFacts {
    /** Of what can be long only so much is looked at, so that every rule has an end. */
    private static final int TEXT_MAX = 50_000;

    private static final int HEADERS_MAX = 500;
    private static final int HEADER_MAX = 2_000;
    private static final int FILES_MAX = 200;

    private MailFacts() {}

    /**
     * Of one mail.
     *
     * @param came in the centre's zone
     * @param open the queue of the mailbox was open then
     */
    static Map<String, Object> of(
            Understood mail,
            Mailbox mailbox,
            Optional<Customer> customer,
            boolean followUp,
            ZonedDateTime came,
            boolean open) {
        return Map.of(
                "mail",
                mail(mail, mailbox, followUp),
                "customer",
                customer(customer),
                "time",
                Map.of(
                        "hour",
                        (long) came.getHour(),
                        "weekday",
                        (long) came.getDayOfWeek().getValue(),
                        "open",
                        open));
    }

    private static Map<String, Object> mail(Understood mail, Mailbox mailbox, boolean followUp) {
        MailAddress from = mail.from();
        Map<String, Object> facts = new HashMap<>();
        facts.put("subject", mail.subject());
        facts.put("text", cut(mail.content().text(), TEXT_MAX));
        facts.put("from", small(from.address()));
        facts.put("fromName", from.name());
        facts.put("domain", small(from.domain()));
        facts.put("to", mail.recipients().all().map(to -> small(to.address())).toList());
        facts.put("kind", mail.meaning().kind().name());
        facts.put("language", mail.content().language().map(MailFacts::language).orElse(""));
        facts.put("size", mail.mail().size());
        facts.put("mailbox", mailbox.name());
        facts.put("headers", headers(mail.headers()));
        facts.put(
                "attachments",
                mail.content().attachments().stream()
                        .limit(FILES_MAX)
                        .map(MailFacts::attachment)
                        .toList());
        facts.put("followUp", followUp);
        facts.put("doubted", mail.doubted());
        return facts;
    }

    private static Map<String, Object> customer(Optional<Customer> customer) {
        return Map.of(
                "known",
                customer.isPresent(),
                "segment",
                customer.flatMap(Customer::segment).orElse(""),
                "language",
                customer.flatMap(Customer::language).map(MailFacts::language).orElse(""),
                "tags",
                customer.map(known -> List.copyOf(known.tags())).orElse(List.of()));
    }

    private static Map<String, List<String>> headers(MailHeaders headers) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.fields().stream()
                .limit(HEADERS_MAX)
                .forEach(field -> byName.computeIfAbsent(small(field.name()), name -> new ArrayList<>())
                        .add(cut(field.value(), HEADER_MAX)));
        return byName;
    }

    private static Map<String, Object> attachment(MailContent.Attachment file) {
        return Map.of("name", file.name(), "type", file.mediaType(), "size", file.size());
    }

    /** Without region and script: de-AT is de. */
    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
