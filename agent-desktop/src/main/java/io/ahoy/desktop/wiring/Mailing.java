package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.ConfigProblems;
import io.ahoy.config.Mailbox;
import io.ahoy.config.MailboxesFile;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.EmailChannel;
import io.ahoy.router.channel.email.reply.ReplyTexts;
import io.ahoy.router.channel.email.rule.ConfiguredRules;
import io.ahoy.router.channel.email.trial.TrialServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The mail channel with its mailboxes: on the site's servers, on the small one that Ahoy brings, or none.
 *
 * @param rules by which mails are sorted
 * @param texts of automatic replies
 * @param server the small one
 */
public record Mailing(EmailChannel channel, ConfiguredRules rules, ReplyTexts texts, Optional<TrialServer> server)
        implements AutoCloseable {
    private static final String DOMAIN = "@demo-shop.example";

    /** To be started once the router runs. */
    public static Mailing prepare(AhoyConfig config, Db db, Grants grants, Feed feed, InstantSource clock)
            throws StartProblem {
        Team team = new Team(db);
        Optional<TrialServer> server = Optional.empty();
        MailboxesFile.Content site = switch (config.mail().server()) {
            case NONE -> new MailboxesFile.Content(List.of(), Optional.empty());
            case EXTERNAL -> site(config, team);
            case PROVISIONED -> {
                TrialServer started = trial(config);
                server = Optional.of(started);
                List<Mailbox> mailboxes =
                        trialMailboxes(started, team, config.centre().name());
                Mails mails = new Mails(db);
                mailboxes.forEach(mailbox -> mails.forgetPlace(mailbox.name()));
                yield new MailboxesFile.Content(mailboxes, Optional.empty());
            }
        };
        Configuration configuration = new Configurations(db).read();
        ConfiguredRules rules =
                new ConfiguredRules(configuration, config.centre().zone());
        ReplyTexts texts =
                new ReplyTexts(config.centre().name(), config.centre().zone(), configuration);
        EmailChannel channel = new EmailChannel(new EmailChannel.Ground(
                db,
                new Blobs(config.data().resolve("blobs")),
                site.mailboxes(),
                certificates(site),
                rules,
                grants,
                texts,
                config.centre().zone(),
                config.mail().hourlyPerRecipient(),
                config.mail().undoLimit(),
                clock,
                feed::mailChanged));
        config.web()
                .publicAddress()
                .map(address -> address.replaceAll("/+$", "") + "/helped/")
                .ifPresent(page -> texts.askAt((mail, article, now) ->
                        Optional.of(page + channel.helped().token(mail, article, now))));
        return new Mailing(channel, rules, texts, server);
    }

    private static TrialServer trial(AhoyConfig config) throws StartProblem {
        try {
            return TrialServer.start(config.mail().smtpPort(), config.mail().imapPort());
        } catch (RuntimeException e) {
            throw new StartProblem(
                    "The mail server for trying mail out does not start: " + e.getMessage() + ". Do without it by "
                            + config.whereToChange("mail.server") + " none.",
                    e);
        }
    }

    /** One for each queue that is for mail, or else for the first queue there is. */
    private static List<Mailbox> trialMailboxes(TrialServer server, Team team, String centre) {
        List<Queue> queues = team.queues();
        List<Queue> forMail =
                queues.stream().filter(queue -> queue.id().startsWith("mail")).toList();
        List<Queue> chosen = forMail.isEmpty() ? queues.stream().limit(1).toList() : forMail;
        Optional<String> caseType = team.caseTypes().stream().map(CaseType::id).findFirst();
        return chosen.stream()
                .map(queue -> server.mailbox(
                        queue.id(),
                        (queue.id().equals("mail") ? "support" : queue.id()) + DOMAIN,
                        centre,
                        queue.id(),
                        caseType))
                .toList();
    }

    private static Certificates certificates(MailboxesFile.Content site) throws StartProblem {
        try {
            return Certificates.load(site.mailboxes(), site.authorities());
        } catch (IOException e) {
            throw new StartProblem(String.valueOf(e.getMessage()), e);
        }
    }

    private static MailboxesFile.Content site(AhoyConfig config, Team team) throws StartProblem {
        Path file = config.mail().mailboxes().orElseThrow();
        MailboxesFile.Content site;
        try {
            site = MailboxesFile.read(file, System.getenv());
        } catch (ConfigProblems e) {
            throw new StartProblem(String.valueOf(e.getMessage()), e);
        }
        List<String> queues = team.queues().stream().map(Queue::id).toList();
        for (Mailbox mailbox : site.mailboxes()) {
            if (!queues.contains(mailbox.queue())) {
                throw new StartProblem(file + ": mailbox " + mailbox.name() + " names the queue \"" + mailbox.queue()
                        + "\", which does not exist; there are " + String.join(", ", queues) + ".");
            }
        }
        return site;
    }

    /** What is configured has changed. */
    public void follow(Configuration configuration) {
        rules.follow(configuration);
        texts.follow(configuration);
    }

    @Override
    public void close() throws InterruptedException {
        channel.close();
        server.ifPresent(TrialServer::close);
    }
}
