package io.ahoy.crm.mail.report;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.team.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Counts the mails of one row of a report. */
final class MailTally {
    private static final String SENT = "SENT";
    private static final String BOUNCE = "BOUNCE";

    private int received;
    private int contacts;
    private int joined;
    private int recorded;
    private int spam;
    private int unread;
    private int bounces;
    private int answered;
    private int closedWithoutAnswer;
    private int left;
    private int open;
    private int forwarded;
    private int inTime;
    private int counted;
    private int repliesSent;
    private final SortedMap<String, Integer> suppressed = new TreeMap<>();
    private final LongStream.Builder firstAnswers = LongStream.builder();
    private final LongStream.Builder solutions = LongStream.builder();

    /** @param level of the queue in which it arrived */
    void mail(CameRow mail, ServiceLevel level) {
        received++;
        bounces += mail.kind().equals(BOUNCE) ? 1 : 0;
        for (String reason : mail.reasons()) {
            if (reason.equals(SENT)) {
                repliesSent++;
            } else {
                suppressed.merge(reason, 1, Integer::sum);
            }
        }
        if (mail.isContact()) {
            contact(mail, level);
            return;
        }
        switch (Mail.State.valueOf(mail.state())) {
            case DROPPED -> spam++;
            case STORED -> unread++;
            case ROUTED -> joined++;
            case RECORDED, DUPLICATE, OUT -> recorded++;
        }
    }

    private void contact(CameRow mail, ServiceLevel level) {
        contacts++;
        if (mail.firstAnswer().isPresent()) {
            answered++;
        } else if (mail.closedAt().isEmpty()) {
            open++;
        } else if (mail.had()) {
            closedWithoutAnswer++;
        } else {
            left++;
        }
        add(firstAnswers, mail.at(), mail.firstAnswer(), level);
        add(solutions, mail.at(), mail.solution(), level);
    }

    private static void add(LongStream.Builder times, Instant from, Optional<Instant> to, ServiceLevel level) {
        to.map(end -> level.time().between(from, end))
                .map(time -> time.isNegative() ? Duration.ZERO : time)
                .ifPresent(time -> times.add(time.toMillis()));
    }

    /** @param again after another one of the same contact */
    void stay(QueueFigures figures, boolean again) {
        inTime += figures.answeredInTime();
        counted += figures.countedForServiceLevel();
        forwarded += again ? 1 : 0;
    }

    /** Milliseconds, the shortest first. To be asked for once, at the end. */
    long[] firstAnswers() {
        return firstAnswers.build().sorted().toArray();
    }

    /** @param firstAnswers as this has counted them */
    MailFigures figures(long[] firstAnswers) {
        return new MailFigures(
                new MailFigures.Volume(received, contacts, joined, recorded, spam, unread, bounces),
                new MailFigures.Outcome(answered, closedWithoutAnswer, left, open, forwarded),
                Times.of(firstAnswers),
                Times.of(solutions.build().sorted().toArray()),
                new MailFigures.Level(inTime, counted),
                new MailFigures.Replies(repliesSent, suppressed));
    }
}
