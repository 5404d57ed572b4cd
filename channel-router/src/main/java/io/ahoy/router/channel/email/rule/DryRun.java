package io.ahoy.router.channel.email.rule;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.MailRule;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.read.MailReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** What rules would have made of the mails that came last. Nothing is changed by it. */
public final class DryRun {
    public static final int MAILS_MAX = 200;

    /** Larger ones take long to read, and nobody waits for them here. */
    private static final long SIZE_MAX = 20_000_000;

    private final Mails mails;
    private final Decisions decisions;
    private final Customers customers;
    private final Blobs blobs;
    private final Map<String, Mailbox> mailboxes;
    private final ZoneId zone;
    private final MailReader reader;
    private final RuleLanguage language = new RuleLanguage();

    /**
     * @param reader with the centre's keys
     * @param mailboxes by name
     * @param zone of the centre
     */
    public DryRun(Db db, Blobs blobs, MailReader reader, Map<String, Mailbox> mailboxes, ZoneId zone) {
        this.mails = new Mails(db);
        this.decisions = new Decisions(db);
        this.customers = new Customers(db);
        this.blobs = blobs;
        this.reader = reader;
        this.mailboxes = Map.copyOf(mailboxes);
        this.zone = zone;
    }

    /**
     * One mail.
     *
     * @param decision what the rules say now, of the customer as he is now
     * @param before what was decided when it came
     * @param differs the fields in which the two differ
     * @param failed by id: rules that could not be asked, and why
     */
    public record Trial(
            UUID mail,
            Instant at,
            MailAddress from,
            String subject,
            Decision decision,
            Optional<Decision> before,
            List<String> differs,
            SortedMap<String, String> failed) {
        public Trial {
            differs = List.copyOf(differs);
        }
    }

    /**
     * Newest first; mails whose mailbox or content is gone, or that are too large, are left out.
     *
     * @param limit at most {@link #MAILS_MAX} count
     * @param skip so many that came later are left out, so that many mails are asked for part by part
     */
    public List<Trial> run(List<MailRule> rules, Configuration configuration, int limit, int skip) throws IOException {
        RuleBook book = new RuleBook(rules, configuration, language, zone);
        List<Trial> trials = new ArrayList<>();
        for (Mail mail : mails.lastJudged(Math.min(limit, MAILS_MAX), skip)) {
            Optional<Mailbox> mailbox = Optional.ofNullable(mailboxes.get(mail.mailbox()));
            Optional<Path> raw = blobs.find(mail.sha256()).filter(there -> mail.size() <= SIZE_MAX);
            if (mailbox.isPresent() && raw.isPresent()) {
                Understood understood =
                        Understood.of(mail, reader.read(raw.get())).in(mailbox.get());
                // Joined to a conversation when it came, it would be now.
                boolean followUp = !mail.thread().equals(mail.id());
                trials.add(trial(understood, book.judge(understood, mailbox.get(), customer(understood), followUp)));
            }
        }
        return trials;
    }

    private Optional<Customer> customer(Understood mail) {
        if (mail.from().address().isEmpty() || mail.doubted()) {
            return Optional.empty();
        }
        List<Customer> candidates =
                customers.candidates(PointKind.EMAIL, mail.from().address());
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private Trial trial(Understood mail, RuleBook.Judgement judgement) {
        Optional<Decision> before = decisions.of(mail.mail().id());
        return new Trial(
                mail.mail().id(),
                mail.mail().at(),
                mail.from(),
                mail.subject(),
                judgement.decision(),
                before,
                before.map(was -> differs(was, judgement.decision())).orElse(List.of()),
                judgement.failed());
    }

    private static List<String> differs(Decision was, Decision now) {
        List<String> fields = new ArrayList<>();
        note(fields, "dropped", was.dropped(), now.dropped());
        note(fields, "queue", was.queue(), now.queue());
        note(fields, "skills", was.skills(), now.skills());
        note(fields, "tier", was.tier(), now.tier());
        note(fields, "headStart", was.headStart(), now.headStart());
        note(fields, "caseType", was.caseType(), now.caseType());
        note(fields, "tags", was.tags(), now.tags());
        return fields;
    }

    private static void note(List<String> fields, String field, Object was, Object now) {
        if (!was.equals(now)) {
            fields.add(field);
        }
    }
}
