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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when a customer says that the article helped which an automatic reply suggested. */
public final class Helped {
    private static final Logger LOG = LoggerFactory.getLogger(Helped.class);
    private static final Duration VALID = Duration.ofDays(14);
    private static final Duration ROUTER_LIMIT = Duration.ofSeconds(5);
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
        /** It was said before. */
        ALREADY,
        EXPIRED,
        /** Nobody here wrote this link, or what it is about is forgotten. */
        UNKNOWN,
        /** The router does not answer; it may be said again. */
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
        State state = helped.isTold(mail.get().id(), now) ? State.ALREADY : State.OPEN;
        return new Seen(state, words, serviceCase(mail.get()).map(Case::number));
    }

    /**
     * The mail waits no longer, its case is solved, and the article counts as helpful. Where an agent has the mail already it stays with
     * him, and so does the case: he sees what the customer says.
     */
    public Seen tell(String token, Instant now) throws InterruptedException {
        Seen seen = look(token, now);
        if (seen.state() != State.OPEN) {
            return seen;
        }
        HelpedTokens.Said said = tokens.read(token).orElseThrow();
        Mail mail = mails.get(said.mail()).orElseThrow();
        if (!helped.begin(mail.id(), said.article(), now)) {
            return new Seen(State.ALREADY, seen.words(), seen.number());
        }
        return new Seen(follow(mail, said.article(), now), seen.words(), seen.number());
    }

    /** At the start: what was cut off between the router and the database is finished. Every step may be repeated. */
    public void finish(Instant now) {
        try {
            for (HelpedMails.Begun begun : helped.unfinished()) {
                Optional<Mail> mail = mails.get(begun.mail());
                if (mail.isPresent()) {
                    follow(mail.get(), begun.article(), now);
                }
            }
        } catch (DatabaseDown away) {
            LOG.warn("Customers who were helped are settled after the next start: {}", away.getMessage());
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
            LOG.warn("A customer who was helped cannot be taken out of the line: {}", away.getMessage());
            helped.takeBack(mail.id());
            return State.AWAY;
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
}
