package io.ahoy.router.channel.email.helped;

import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.casework.SolvedByCustomer;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.knowledge.ArticleReports;
import io.ahoy.crm.knowledge.ArticleUse;
import io.ahoy.crm.mail.HelpedMails;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.Db;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when a customer says that the article helped which an automatic reply suggested. */
public final class Helped implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Helped.class);
    private static final Duration VALID = Duration.ofDays(14);
    private static final Duration ROUTER_LIMIT = Duration.ofSeconds(5);
    private static final Duration END_LIMIT = Duration.ofSeconds(2);
    private static final String SAID = "The customer says that the article helped.";
    private static final Set<String> ENDED = Set.of(InteractionState.CLOSED.name(), InteractionState.WRAP_UP.name());

    private final Db db;
    private final Mails mails;
    private final HelpedMails helped;
    private final History history;
    private final Cases cases;
    private final Continuation continuation;
    private final SolvedByCustomer solved;
    private final ArticleReports articles;
    private final HelpedTokens tokens;
    private final CompletableFuture<Intake> router;
    private final Consumer<UUID> changed;
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail-helped").factory());

    /**
     * @param secret that tokens are signed with
     * @param changed told of the interaction whose conversation says so now
     */
    public Helped(Db db, byte[] secret, CompletableFuture<Intake> router, Consumer<UUID> changed) {
        this.db = db;
        this.mails = new Mails(db);
        this.helped = new HelpedMails(db);
        this.history = new History(db);
        this.cases = new Cases(db);
        this.continuation = new Continuation(db);
        this.solved = new SolvedByCustomer(db);
        this.articles = new ArticleReports(db);
        this.tokens = new HelpedTokens(secret);
        this.router = router;
        this.changed = changed;
    }

    public enum State {
        /** It can be said. */
        OPEN,
        /** It was said just now, and the mail waits no longer. */
        DONE,
        /** It was said just now, to an agent who has the mail, or after the customer wrote again. */
        NOTED,
        /** It was said, and what follows from it is under way, or was cut off and is finished within minutes. */
        UNDER_WAY,
        /** It was said before. */
        ALREADY,
        EXPIRED,
        /** Nobody here wrote this link, or what it is about is forgotten. */
        UNKNOWN,
        /** It cannot be taken; it may be said again. */
        AWAY
    }

    /**
     * What the page shows.
     *
     * @param number of the case
     */
    public record Seen(State state, HelpedWords words, Optional<String> number) {}

    /** What stands in the link of a reply. */
    public String token(UUID mail, UUID article, Instant now) {
        return tokens.of(new HelpedTokens.Said(mail, article, now.plus(VALID)));
    }

    /** Changes nothing: programs that look for viruses follow every link. */
    public Seen look(String token, Instant now) {
        Optional<HelpedTokens.Said> said = tokens.read(token);
        Optional<Mail> mail = said.map(HelpedTokens.Said::mail).flatMap(mails::get);
        if (said.isEmpty() || mail.isEmpty()) {
            return new Seen(State.UNKNOWN, HelpedWords.in(Optional.empty()), Optional.empty());
        }
        HelpedWords words = HelpedWords.in(mail.get().content().language());
        if (said.get().until().isBefore(now)) {
            return new Seen(State.EXPIRED, words, Optional.empty());
        }
        State state = helped.isDone(mail.get().id())
                .map(done -> done ? State.ALREADY : State.UNDER_WAY)
                .orElse(State.OPEN);
        return new Seen(state, words, serviceCase(mail.get()).map(Case::number));
    }

    /**
     * The mail waits no longer, its case is solved, and the article counts as helpful. Where an agent has the mail already it stays with
     * him, and so does the case: he sees what the customer says.
     */
    public Seen tell(String token, Instant now) throws InterruptedException {
        Seen seen = look(token, now);
        if (seen.state() != State.OPEN && seen.state() != State.UNDER_WAY) {
            return seen;
        }
        HelpedTokens.Said said = tokens.read(token).orElseThrow();
        Mail mail = mails.get(said.mail()).orElseThrow();
        if (!helped.begin(mail.id(), said.article(), now)) {
            // Said twice in the same moment: by now the other one may be done.
            return look(token, now);
        }
        State state;
        try {
            state = follow(mail, said.article(), now);
        } catch (DatabaseDown away) {
            LOG.warn("A customer who was helped is settled later: {}", away.getMessage());
            state = State.UNDER_WAY;
        }
        return new Seen(state, seen.words(), seen.number());
    }

    /** Once the router runs. What is cut off, or was before Ahoy ended, is finished within minutes. */
    public void start(InstantSource clock) {
        again.scheduleWithFixedDelay(
                () -> finish(clock.instant()), 0, HelpedMails.CUT_OFF.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was cut off between the router and the database. Every step may be repeated. */
    private void finish(Instant now) {
        try {
            for (HelpedMails.Begun begun : helped.unfinished(now)) {
                Optional<Mail> mail = mails.get(begun.mail());
                if (mail.isPresent() && helped.begin(begun.mail(), begun.article(), now)) {
                    follow(mail.get(), begun.article(), now);
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("Customers who were helped are settled later: {}", failed.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private State follow(Mail mail, UUID article, Instant now) throws InterruptedException {
        Optional<UUID> interaction = mails.interactionOf(mail.thread());
        boolean about = interaction.isPresent() && isTheLast(mail, interaction.get());
        boolean withdrawn;
        try {
            withdrawn = about && withdrawn(interaction.get());
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("A customer who was helped is taken out of the line later: {}", away.toString());
            return State.UNDER_WAY;
        }
        Optional<Contact> contact = interaction.flatMap(history::contact);
        boolean settled = withdrawn
                || about && contact.filter(one -> !ENDED.contains(one.state())).isEmpty();
        db.together(() -> {
            articles.used(use(article, contact), now);
            if (settled) {
                interaction.flatMap(continuation::caseOf).ifPresent(id -> solved.solve(id, SAID, now));
            }
            helped.done(mail.id(), SAID);
            return true;
        });
        interaction.ifPresent(changed);
        return settled ? State.DONE : State.NOTED;
    }

    /** Whoever wrote again since asks something that the article was not sent for. */
    private boolean isTheLast(Mail mail, UUID interaction) {
        return mail.interaction().equals(Optional.of(interaction))
                && mails.thread(mail.thread()).stream()
                        .filter(Mail::isIncoming)
                        .reduce((one, later) -> later)
                        .map(Mail::id)
                        .equals(Optional.of(mail.id()));
    }

    private boolean withdrawn(UUID interaction) throws InterruptedException, ExecutionException, TimeoutException {
        Input over = new Input.Withdrawn(new InteractionId(interaction), EndCause.ARTICLE_HELPED);
        return !router.get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .submit(over)
                .get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .isEmpty();
    }

    private static ArticleUse use(UUID article, Optional<Contact> contact) {
        Optional<String> queue = contact.stream()
                .flatMap(one -> one.segments().stream())
                .map(Contact.Segment::queue)
                .reduce((one, later) -> later);
        return new ArticleUse(article, Optional.empty(), contact.map(Contact::id), queue, ArticleUse.Kind.HELPFUL);
    }

    private Optional<Case> serviceCase(Mail mail) {
        return mails.interactionOf(mail.thread()).flatMap(continuation::caseOf).flatMap(cases::known);
    }

    @Override
    public void close() throws InterruptedException {
        again.shutdownNow();
        if (!again.awaitTermination(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A customer who was helped is still being settled");
        }
    }
}
