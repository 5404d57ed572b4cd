package io.ahoy.router.sim;

import io.ahoy.config.Nearest;
import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.WeeklyHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that scenarios write in their own way. */
final class Words {
    static final Duration LONGEST = Duration.ofDays(30);
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Words() {}

    /** {@code 4m}, {@code exponential: 4m}, or {@code lognormal: 4m, deviation: 3m}. */
    static Optional<Spread> spread(YamlSection in, String key) {
        if (!in.has(key)) {
            return Optional.empty();
        }
        if (!in.isSection(key)) {
            return in.duration(key, Duration.ZERO, LONGEST).map(Spread.Fixed::new);
        }
        YamlSection section = in.section(key);
        Duration least = Duration.ofMillis(1);
        Optional<Duration> exponential = section.duration("exponential", least, LONGEST);
        Optional<Duration> lognormal = section.duration("lognormal", least, LONGEST);
        Optional<Duration> deviation = section.duration("deviation", least, LONGEST);
        Optional<Duration> fixed = section.duration("fixed", Duration.ZERO, LONGEST);
        int given = (section.has("exponential") ? 1 : 0)
                + (section.has("lognormal") ? 1 : 0)
                + (section.has("fixed") ? 1 : 0);
        if (given != 1 || section.has("lognormal") != section.has("deviation")) {
            in.wrong(
                    key,
                    "takes one of \"exponential: 4m\", \"fixed: 4m\", or \"lognormal: 4m\" with its \"deviation: 3m\"");
            return Optional.empty();
        }
        return lognormal
                .<Spread>flatMap(mean -> deviation.map(spread -> new Spread.Lognormal(mean, spread)))
                .or(() -> exponential.map(Spread.Exponential::new))
                .or(() -> fixed.map(Spread.Fixed::new));
    }

    /** {@code mon-fri}, {@code sat}, {@code [mon, wed]}; every day where it is absent. */
    static SortedSet<DayOfWeek> days(YamlSection in, String key) {
        SortedSet<DayOfWeek> days = new TreeSet<>();
        for (String text : in.has(key) ? in.texts(key) : List.of("mon-sun")) {
            List<DayOfWeek> found = days(text);
            if (found.isEmpty()) {
                in.wrong(key, "is \"" + text + "\", but must be days such as mon-fri, sat or [mon, wed]");
            }
            days.addAll(found);
        }
        return days;
    }

    /** Empty if they are not understood. */
    static List<DayOfWeek> days(String text) {
        String[] ends = text.toLowerCase(Locale.ROOT).split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < first) {
            return List.of();
        }
        return List.of(DayOfWeek.values()).subList(first, last + 1);
    }

    /** {@code {2026-12-24: 08:00-12:00, 2026-12-25: closed}} */
    static SortedMap<LocalDate, List<WeeklyHours.Span>> holidays(YamlSection of, String key) {
        SortedMap<LocalDate, List<WeeklyHours.Span>> holidays = new TreeMap<>();
        YamlSection in = of.section(key);
        for (String name : in.names()) {
            Optional<LocalDate> date = date(name);
            if (date.isEmpty()) {
                in.wrong(name, "is no date; write it as in \"2026-12-25: closed\"");
            }
            List<WeeklyHours.Span> spans = new ArrayList<>();
            for (String text : in.texts(name)) {
                Optional<WeeklyHours.Span> span = span(text.strip());
                if (span.isEmpty() && !text.strip().equals("closed")) {
                    in.wrong(name, "is \"" + text + "\", but must be closed, or as in 08:00-12:00, or a list of such");
                }
                span.ifPresent(spans::add);
            }
            date.ifPresent(day -> holidays.put(day, spans));
        }
        return holidays;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 08:00-12:00} on one day; empty if it is not understood. */
    static Optional<WeeklyHours.Span> span(String text) {
        String[] ends = text.split(" *- *", -1);
        Optional<LocalTime> from = ends.length == 2 ? time(ends[0]) : Optional.empty();
        Optional<LocalTime> to = ends.length == 2 ? time(ends[1]) : Optional.empty();
        boolean forwards = from.isPresent()
                && to.isPresent()
                && (to.get().equals(LocalTime.MIDNIGHT) || from.get().isBefore(to.get()));
        return forwards ? Optional.of(new WeeklyHours.Span(from.get(), to.get())) : Optional.empty();
    }

    static Optional<LocalTime> time(YamlSection in, String key) {
        return in.text(key).flatMap(text -> {
            Optional<LocalTime> time = time(text);
            if (time.isEmpty()) {
                in.wrong(key, "is \"" + text + "\", but must be a time of day such as 08:30");
            }
            return time;
        });
    }

    /** {@code 24:00} is midnight too. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code {german: 8, service: 5}} */
    static SortedMap<SkillId, Integer> levels(YamlSection in, String key) {
        SortedMap<SkillId, Integer> levels = new TreeMap<>();
        YamlSection section = in.section(key);
        for (String name : section.names()) {
            section.wholeNumber(name, SkillNeed.LEVEL_MIN, SkillNeed.LEVEL_MAX)
                    .ifPresent(level -> levels.put(new SkillId(name), level));
        }
        return levels;
    }

    /** From 0 to 1. */
    static double share(YamlSection in, String key, double byDefault) {
        return in.decimal(key, 0, 1).orElse(byDefault);
    }

    static <T> List<T> list(YamlSection in, String key, Function<String, T> of) {
        List<T> list = new ArrayList<>();
        in.texts(key).forEach(text -> list.add(of.apply(text)));
        return list;
    }

    /** As operators write them: {@code LONGEST_IDLE} is longestIdle. */
    static <E extends Enum<E>> Map<String, E> names(E[] values) {
        return Stream.of(values)
                .collect(Collectors.toMap(Words::name, value -> value, (one, other) -> one, TreeMap::new));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** That a name which refers to something is one that exists. */
    static void refer(YamlSection in, String key, String name, List<String> known) {
        if (!known.contains(name)) {
            in.wrong(
                    key,
                    "is \"" + name + "\", which is not here"
                            + Nearest.hint(name, known).orElse("; here are " + String.join(", ", known)));
        }
    }
}
