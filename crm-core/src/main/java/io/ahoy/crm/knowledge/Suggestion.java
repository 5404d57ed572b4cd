package io.ahoy.crm.knowledge;

import java.util.List;
import java.util.UUID;

/**
 * An article that may help now.
 *
 * @param language the one in which to show it
 * @param score 0 and more; comparable within one list only
 * @param reasons at least one, the weightiest first
 */
public record Suggestion(
        UUID article,
        String language,
        Audience audience,
        String title,
        String summary,
        double score,
        List<Reason> reasons) {
    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** Where words of the conversation were read. */
    public enum Source {
        SUBJECT,
        TEXT,
        CASE,
        HISTORY,
        QUEUE
    }

    /** Why it is suggested; a page turns it into words. */
    public sealed interface Reason {}

    /** These words, as they were written, stand in the article. */
    public record Words(Source source, List<String> words) implements Reason {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** It was opened, inserted or linked so often beside this queue's contacts in the last days. */
    public record UsedInQueue(String queue, int times, int days) implements Reason {}

    /** It was taken up in so many of this customer's earlier contacts. */
    public record UsedWithCustomer(int contacts) implements Reason {}

    /** So many of those who judged it found it helpful. */
    public record Helpful(int helpful, int of) implements Reason {}

    /** It stands in the category that the case has. */
    public record SameCategory(UUID category) implements Reason {}
}
