package io.ahoy.router.channel.email;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.CustomerSegment;
import io.ahoy.crm.team.Team;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.arrive.Arrived;
import io.ahoy.router.channel.email.arrive.Route;
import io.ahoy.router.channel.email.arrive.Rules;
import io.ahoy.router.channel.email.arrive.Sorting;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.follow.Returning;
import io.ahoy.router.channel.email.helped.Helped;
import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.receive.MailStore;
import io.ahoy.router.channel.email.receive.Receiving;
import io.ahoy.router.channel.email.regroup.Regrouping;
import io.ahoy.router.channel.email.regroup.Tellings;
import io.ahoy.router.channel.email.reply.AutomaticReplies;
import io.ahoy.router.channel.email.reply.OverflowAnswers;
import io.ahoy.router.channel.email.reply.ReplyTexts;
import io.ahoy.router.channel.email.rule.DryRun;
import io.ahoy.router.channel.email.send.Answers;
import io.ahoy.router.channel.email.send.Composer;
import io.ahoy.router.channel.email.send.Sending;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Mail, from the servers to the router and back. */
public final class EmailChannel implements AutoCloseable {
    private static final int KEY_BYTES = 32;

    private final Ground ground;
    private final Map<String, Mailbox> mailboxes;
    private final Mails mails;
    private final Team team;
    private final History history;
    private final Outbox outbox;
    private final MailServers servers;
    private final MailStore store;
    private final Composer composer;
    private final MessageIds ids;
    private final Sending sending;
    private final Returning returning;
    private final CompletableFuture<Intake> router = new CompletableFuture<>();
    private final Tellings tellings;
    private final Regrouping regrouping;
    private final Helped helped;
    private final MailReader reader;
    private volatile Optional<OverflowAnswers> overflows = Optional.empty();
    private final EmailOutlet outlet = new EmailOutlet(
            router, (mail, queue, template) -> overflows.ifPresent(to -> to.closed(mail, queue, template)));
    private volatile Optional<Sorting> sorting = Optional.empty();
    private Optional<Receiving> receiving = Optional.empty();

    /**
     * What it stands on.
     *
     * @param texts of automatic replies
     * @param hourlyMax mails of any kind that one address is sent in an hour before automatic ones stop
     * @param undoLimit how long what an agent wrote waits before it goes
     * @param changed told of each interaction whose conversation has one more mail, or where one has come on
     */
    public record Ground(
            Db db,
            Blobs blobs,
            List<Mailbox> mailboxes,
            Certificates certificates,
            Rules rules,
            Grants grants,
            ReplyTexts texts,
            ZoneId zone,
            int hourlyMax,
            Duration undoLimit,
            InstantSource clock,
            Consumer<UUID> changed) {}

    public EmailChannel(Ground ground) {
        this.ground = ground;
        this.mailboxes = ground.mailboxes().stream()
                .collect(Collectors.toMap(Mailbox::name, mailbox -> mailbox, (one, other) -> one, LinkedHashMap::new));
        this.mails = new Mails(ground.db());
        this.reader = new MailReader(ground.certificates().trust());
        this.team = new Team(ground.db());
        this.history = new History(ground.db());
        this.outbox = new Outbox(ground.db());
        this.servers = new MailServers(new AccessTokens(ground.clock()));
        this.composer = new Composer(ground.blobs(), ground.certificates());
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        byte[] key = mails.key(fresh);
        this.ids = new MessageIds(key);
        this.helped = new Helped(ground.db(), key, router, ground.changed());
        this.store = new MailStore(ground.blobs(), mails, ground.clock(), () -> sorting.ifPresent(Sorting::wake));
        this.returning = new Returning(new FollowUps(ground.db()), mails, team, mailboxes, store, ground.clock());
        this.tellings = new Tellings(ground.db(), this::wish, router, ground.clock(), ground.changed());
        this.regrouping = new Regrouping(ground.db(), mailboxes, tellings, ground.changed());
        this.sending = new Sending(
                mailboxes,
                new Sending.Ground(
                        outbox,
                        mails,
                        ground.blobs(),
                        servers,
                        store,
                        ground.clock(),
                        mail -> mail.interaction().ifPresent(ground.changed())));
    }

    /** To be given to the router. */
    public Outlet outlet() {
        return outlet;
    }

    /** Once the router runs. */
    public void start(Intake intake) {
        router.complete(intake);
        sending.start();
        tellings.start();
        helped.start(ground.clock());
        if (mailboxes.isEmpty()) {
            return;
        }
        AutomaticReplies replies = new AutomaticReplies(
                mailboxes.values().stream().map(Mailbox::address).collect(Collectors.toSet()),
                ground.hourlyMax(),
                new Replies(ground.db()),
                composer,
                ids,
                ground.texts(),
                ground.clock(),
                sending::wake);
        Sorting.Stores stores = new Sorting.Stores(
                ground.db(),
                mails,
                new Decisions(ground.db()),
                outbox,
                new FollowUps(ground.db()),
                history,
                new Customers(ground.db()),
                new Cases(ground.db()),
                new Continuation(ground.db()),
                ground.blobs());
        Sorting sorter = new Sorting(
                stores,
                reader::read,
                new Sorting.Ways(ground.rules(), this::wish, telling(replies), intake),
                mailboxes,
                ground.clock());
        sorting = Optional.of(sorter);
        sorter.start();
        returning.start();
        OverflowAnswers closed = new OverflowAnswers(stores, reader, mailboxes, replies, ground.clock());
        overflows = Optional.of(closed);
        closed.start();
        receiving = Optional.of(Receiving.start(ground.mailboxes(), servers, mails, store, ground.clock()));
    }

    /** Whoever has the conversation open sees what came in. */
    private Arrived telling(Arrived replies) {
        return new Arrived() {
            @Override
            public void routed(
                    Understood mail, Mailbox mailbox, Route route, boolean followUp, Optional<Case> service) {
                replies.routed(mail, mailbox, route, followUp, service);
            }

            @Override
            public void allRouted() {
                replies.allRouted();
            }

            @Override
            public void joined(Understood mail, UUID interaction) {
                replies.joined(mail, interaction);
                ground.changed().accept(interaction);
            }
        };
    }

    private Wish wish(Customer customer, Instant now) {
        Optional<CustomerSegment> segment = customer.segment().flatMap(team::customerSegment);
        return ground.grants().wish(customer, segment, history, now);
    }

    public Map<String, Mailbox> mailboxes() {
        return Map.copyOf(mailboxes);
    }

    /** Reads mails as they were read when they came: with the centre's keys. */
    public MailReader reader() {
        return reader;
    }

    /** Tries rules on mails that came. */
    public DryRun dryRun() {
        return new DryRun(ground.db(), ground.blobs(), reader, mailboxes, ground.zone());
    }

    /** Of each mailbox; empty before the start. */
    public List<Receiving.Health> health() {
        return receiving.map(Receiving::health).orElse(List.of());
    }

    /** What agents write. */
    public Answers answers() {
        return new Answers(composer, ids, mailboxes, ground.undoLimit());
    }

    /** Conversations that agents split and join. */
    public Regrouping regrouping() {
        return regrouping;
    }

    /** Customers whom a suggested article has helped. */
    public Helped helped() {
        return helped;
    }

    /** The outbox has something new. */
    public void wakeOutbox() {
        sending.wake();
    }

    /** A follow-up has another time. */
    public void wakeFollowUps() {
        returning.wake();
    }

    /** First no more come in, then none is sorted, then none goes out. */
    @Override
    public void close() throws InterruptedException {
        if (receiving.isPresent()) {
            receiving.get().close();
        }
        if (sorting.isPresent()) {
            sorting.get().close();
        }
        returning.close();
        tellings.close();
        helped.close();
        if (overflows.isPresent()) {
            overflows.get().close();
        }
        sending.close();
    }
}
