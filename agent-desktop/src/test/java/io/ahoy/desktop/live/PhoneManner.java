package io.ahoy.desktop.live;

import java.time.Duration;
import java.util.Map;

/** What desk phones do when they are called. */
public sealed interface PhoneManner {
    /** A day: nobody waits that long. */
    Duration EVER = Duration.ofDays(1);

    /** Rings, answers, and hangs up after {@code talk} unless the other side did. */
    record Answers(Duration ringing, Duration talk) implements PhoneManner {}

    /** {@code 486 Busy Here}, {@code 603 Decline}, … */
    record Refuses(String status) implements PhoneManner {}

    static PhoneManner answersAfter(Duration ringing) {
        return new Answers(ringing, EVER);
    }

    static PhoneManner answersAndTalks(Duration ringing, Duration talk) {
        return new Answers(ringing, talk);
    }

    static PhoneManner neverAnswers() {
        return new Answers(EVER, EVER);
    }

    static PhoneManner busy() {
        return new Refuses("486 Busy Here");
    }

    static PhoneManner declines() {
        return new Refuses("603 Decline");
    }

    default String scenario() {
        return switch (this) {
            case Answers answers -> "phone-answers.xml";
            case Refuses refuses -> "phone-refuses.xml";
        };
    }

    default Map<String, String> settings() {
        return switch (this) {
            case Answers answers -> Map.of("RING_MS", millis(answers.ringing()), "TALK_MS", millis(answers.talk()));
            case Refuses refuses -> Map.of("STATUS", refuses.status());
        };
    }

    /** For SIPp a time-out of 0 is none. */
    private static String millis(Duration duration) {
        return String.valueOf(Math.max(1, duration.toMillis()));
    }
}
