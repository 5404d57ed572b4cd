package io.ahoy.desktop.web.article;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.knowledge.Audience;
import io.ahoy.crm.knowledge.Situation;
import io.ahoy.crm.knowledge.Suggestion;
import io.ahoy.crm.knowledge.Suggestions;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Titles;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /interactions/{id}/suggestions}: articles that may help now, with the reason why. */
public final class SuggestionRoutes {
    private static final int LIMIT = 5;
    private static final int EARLIER_MAX = 20;

    private final Suggestions suggestions;
    private final History history;
    private final Customers customers;
    private final CaseLinks links;
    private final Team team;
    private final Rights rights;
    private final Mails mails;

    public SuggestionRoutes(
            Suggestions suggestions,
            History history,
            Customers customers,
            CaseLinks links,
            Team team,
            Rights rights,
            Mails mails) {
        this.mails = mails;
        this.links = links;
        this.suggestions = suggestions;
        this.history = history;
        this.customers = customers;
        this.team = team;
        this.rights = rights;
    }

    public void register(Api api) {
        api.get("/interactions/:id/suggestions", Access.to(Action.READ, Subject.ARTICLE), this::suggest);
    }

    private record SuggestionView(
            UUID article,
            String language,
            Audience audience,
            String title,
            String summary,
            double score,
            List<ReasonView> reasons) {
        static SuggestionView of(Suggestion one) {
            return new SuggestionView(
                    one.article(),
                    one.language(),
                    one.audience(),
                    one.title(),
                    one.summary(),
                    one.score(),
                    one.reasons().stream().map(ReasonView::of).toList());
        }
    }

    private record ReasonView(String type, @JsonUnwrapped Suggestion.Reason reason) {
        static ReasonView of(Suggestion.Reason reason) {
            String type = switch (reason) {
                case Suggestion.Words ignored -> "words";
                case Suggestion.UsedInQueue ignored -> "usedInQueue";
                case Suggestion.UsedWithCustomer ignored -> "usedWithCustomer";
                case Suggestion.Helpful ignored -> "helpful";
                case Suggestion.SameCategory ignored -> "sameCategory";
            };
            return new ReasonView(type, reason);
        }
    }

    private Answer suggest(Request request) {
        Contact contact =
                history.contact(request.id("id")).orElseThrow(() -> Problem.notFound("There is no such interaction."));
        rights.requireReadable(request.caller(), contact);
        Situation plain = situation(contact, request.caller().agent().language());
        Situation situation = links.caseOf(contact.id(), request.actor())
                .map(one -> withCase(plain, one))
                .orElse(plain);
        return Answer.of(Listing.whole(suggestions.suggest(situation, LIMIT, request.now()).stream()
                .map(SuggestionView::of)
                .toList()));
    }

    private Situation situation(Contact contact, String agentsLanguage) {
        Optional<Customer> customer = contact.customer().flatMap(named -> customers.get(named.id()));
        Optional<Mail> mail = newestMail(contact.id());
        List<String> languages = Stream.of(
                        mail.flatMap(one -> one.content().language()),
                        customer.flatMap(Customer::language),
                        Optional.of(agentsLanguage))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Optional<String> queue = contact.segments().isEmpty()
                ? Optional.empty()
                : Optional.of(contact.segments().getLast().queue());
        List<Contact> earlier = customer.map(known -> history.earlier(known.id(), contact.id(), EARLIER_MAX))
                .orElse(List.of());
        return new Situation(
                        queue,
                        queue.map(id -> titleOfQueue(id, languages.getFirst())).orElse(""),
                        languages,
                        mail.map(Mail::subject).orElse(""),
                        mail.map(one -> one.content().text() + " ").orElse("")
                                + contact.note().orElse(""),
                        Optional.empty(),
                        "",
                        List.of(),
                        List.of())
                .after(
                        earlier.stream()
                                .flatMap(before -> before.disposition().stream())
                                .map(id -> titleOfDisposition(id, languages.getFirst()))
                                .toList(),
                        earlier.stream().map(Contact::id).toList());
    }

    /** That came in, of the conversation that it is about. */
    private Optional<Mail> newestMail(UUID interaction) {
        return mails.threadOf(interaction)
                .flatMap(thread ->
                        mails.thread(thread).stream().filter(Mail::isIncoming).reduce((one, later) -> later));
    }

    /** What the agent may see of the case that it belongs to. */
    private Situation withCase(Situation plain, Case one) {
        String language = plain.languages().getFirst();
        Optional<String> category = one.category()
                .flatMap(id -> team.caseCategories().stream()
                        .filter(known -> known.id().equals(id))
                        .map(known -> in(known.title(), language))
                        .findFirst());
        return plain.withCase(category, one.subject() + " " + one.description());
    }

    private String titleOfQueue(String id, String language) {
        return team.queues().stream()
                .filter(queue -> queue.id().equals(id))
                .map(queue -> in(queue.title(), language))
                .findFirst()
                .orElse(id);
    }

    private String titleOfDisposition(String id, String language) {
        return team.dispositions().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> in(one.title(), language))
                .findFirst()
                .orElse(id);
    }

    private static String in(Titles titles, String language) {
        return language.startsWith("zh") ? titles.zh() : titles.en();
    }
}
