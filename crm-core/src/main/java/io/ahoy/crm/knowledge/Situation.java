package io.ahoy.crm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a live interaction. All texts may be long and hostile: they are cut, and read as words.
 *
 * @param queue id
 * @param queueTitle in the language of the articles
 * @param languages in which an answer helps, BCP 47, the best first: the customer's, then the agent's
 * @param subject of the mail
 * @param text what the customer wrote or said
 * @param caseCategory title of the case's category
 * @param caseWords its subject and description
 * @param history what earlier contacts were about: dispositions, subjects of cases
 * @param earlier the customer's earlier interactions, newest first
 */
public record Situation(
        Optional<String> queue,
        String queueTitle,
        List<String> languages,
        String subject,
        String text,
        Optional<String> caseCategory,
        String caseWords,
        List<String> history,
        List<UUID> earlier) {
    public Situation {
        languages = List.copyOf(languages);
        history = List.copyOf(history);
        earlier = List.copyOf(earlier);
    }

    /** Nothing is known but where it waits. */
    public static Situation of(String queue, String queueTitle, List<String> languages) {
        return new Situation(
                Optional.of(queue), queueTitle, languages, "", "", Optional.empty(), "", List.of(), List.of());
    }

    public Situation about(String newSubject, String newText) {
        return new Situation(
                queue, queueTitle, languages, newSubject, newText, caseCategory, caseWords, history, earlier);
    }

    public Situation withCase(Optional<String> category, String words) {
        return new Situation(queue, queueTitle, languages, subject, text, category, words, history, earlier);
    }

    public Situation after(List<String> about, List<UUID> interactions) {
        return new Situation(queue, queueTitle, languages, subject, text, caseCategory, caseWords, about, interactions);
    }

    /** The texts in the order of how much a word in them says. */
    List<Said> said() {
        List<Said> said = new ArrayList<>();
        said.add(new Said(Suggestion.Source.SUBJECT, 2, subject));
        said.add(new Said(Suggestion.Source.CASE, 1.5f, caseWords + " " + caseCategory.orElse("")));
        said.add(new Said(Suggestion.Source.TEXT, 1, text));
        said.add(new Said(Suggestion.Source.HISTORY, 0.4f, String.join(" ", history)));
        said.add(new Said(Suggestion.Source.QUEUE, 0.2f, queueTitle));
        return said;
    }

    /** @param weight of one of its words */
    record Said(Suggestion.Source source, float weight, String text) {}
}
