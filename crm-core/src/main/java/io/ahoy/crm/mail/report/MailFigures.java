package io.ahoy.crm.mail.report;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of the mails that came in an interval, as counts and sums: ratios over several rows are made from them.
 *
 * @param firstAnswer from a contact's arrival until an agent's first answer had left, in the hours of its queue where these count
 * @param solution from its arrival until its case was solved, or where it has none until it ended; in the same hours
 */
public record MailFigures(
        Volume volume, Outcome outcome, Times firstAnswer, Times solution, Level level, Replies replies) {

    /**
     * Every mail that came, copies excepted, is one of the others.
     *
     * @param contacts with which a contact began
     * @param joined came to a contact that was open
     * @param recorded kept, to be dealt with by nobody: bounces of automatic mails, receipts, robots
     * @param spam thrown away by a rule
     * @param unread not yet read
     * @param bounces told of a mail of ours that did not arrive, wherever they went
     */
    public record Volume(int received, int contacts, int joined, int recorded, int spam, int unread, int bounces) {}

    /**
     * Every contact is answered, closed without answer, left, or open.
     *
     * @param answered an answer of an agent has left
     * @param closedWithoutAnswer an agent had it, and it ended
     * @param left ended before an agent had it: by overflow, at closing time
     * @param open not ended, and not yet answered
     * @param forwarded how often one was moved on to another queue or agent
     */
    public record Outcome(int answered, int closedWithoutAnswer, int left, int open, int forwarded) {}

    /**
     * The service level of METRICS.md, over every stay of these contacts in a queue.
     *
     * @param inTime an agent had it within its queue's threshold
     * @param counted what that is a share of
     */
    public record Level(int inTime, int counted) {
        public OptionalDouble share() {
            return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / counted);
        }
    }

    /**
     * Automatic replies that were thought of.
     *
     * @param suppressed by reason
     */
    public record Replies(int sent, SortedMap<String, Integer> suppressed) {
        public Replies {
            suppressed = Collections.unmodifiableSortedMap(new TreeMap<>(suppressed));
        }
    }
}
