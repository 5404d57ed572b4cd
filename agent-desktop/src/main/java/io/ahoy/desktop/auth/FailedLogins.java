package io.ahoy.desktop.auth;

import io.ahoy.desktop.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: at most so many failures a minute for one login and for one address. An attempt counts as failed from
 * its beginning, so that many at once gain nothing; whatever is not a wrong password takes its own count back.
 */
public final class FailedLogins {
    private static final int PER_LOGIN_MAX = 5;
    /** Higher: a whole office may sit behind one address. */
    private static final int PER_ADDRESS_MAX = 30;

    private static final Duration SPAN = Duration.ofMinutes(1);
    /** Names made up by an attacker must not fill the memory; the eldest is forgotten first. */
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<String, ArrayDeque<Instant>> failures = new LinkedHashMap<>();

    /** Refuses with 429 when there were too many failures lately. */
    public synchronized void begin(String login, String address, Instant now) {
        refuseIfFull("login " + key(login), PER_LOGIN_MAX, now);
        refuseIfFull("address " + address, PER_ADDRESS_MAX, now);
        note("login " + key(login), now);
        note("address " + address, now);
    }

    /** The attempt that began at {@code begunAt} was right after all, or nobody could say whether it was. */
    public synchronized void forgive(String login, String address, Instant begunAt) {
        takeBack("login " + key(login), begunAt);
        takeBack("address " + address, begunAt);
    }

    private void refuseIfFull(String who, int max, Instant now) {
        ArrayDeque<Instant> times = failures.get(who);
        if (times == null) {
            return;
        }
        while (!times.isEmpty() && times.getFirst().plus(SPAN).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= max) {
            Duration wait = Duration.between(now, times.getFirst().plus(SPAN));
            throw Problem.tooMany("Too many failed attempts; wait a minute and try again.", wait.plusSeconds(1));
        }
    }

    private void note(String who, Instant now) {
        failures.computeIfAbsent(who, ignored -> new ArrayDeque<>()).addLast(now);
        if (failures.size() > REMEMBERED_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private void takeBack(String who, Instant begunAt) {
        ArrayDeque<Instant> times = failures.get(who);
        if (times != null) {
            times.removeFirstOccurrence(begunAt);
            if (times.isEmpty()) {
                failures.remove(who);
            }
        }
    }

    private static String key(String login) {
        String key = login.strip().toLowerCase(Locale.ROOT);
        return key.length() > 64 ? key.substring(0, 64) : key;
    }
}
