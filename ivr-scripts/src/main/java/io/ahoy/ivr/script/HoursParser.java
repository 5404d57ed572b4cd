package io.ahoy.ivr.script;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads opening times, as in {@code open Mon-Fri,Sun 08:00-18:00}, and holidays, as in {@code closed 12-25 2026-04-03}. */
final class HoursParser {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern TIMES = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private HoursParser() {}

    static Optional<OpenTime> openTime(SourceLine line, Problems problems) {
        if (line.rest().size() != 2) {
            problems.add(line.first(), "write \"open\" as in \"open Mon-Fri 08:00-18:00\"");
            return Optional.empty();
        }
        Set<DayOfWeek> days = days(line.words().get(1), problems);
        return times(line.words().get(2), days, problems);
    }

    private static Set<DayOfWeek> days(Word word, Problems problems) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : word.text().split(",", -1)) {
            String[] ends = part.split("-", -1);
            int from = DAYS.indexOf(ends[0].toLowerCase(Locale.ROOT));
            int to = DAYS.indexOf(ends[ends.length - 1].toLowerCase(Locale.ROOT));
            if (ends.length > 2 || from < 0 || to < 0) {
                problems.add(
                        word, "\"" + Block.shown(word) + "\" are no days; write them as in \"Mon-Fri\" or \"Sat,Sun\"");
                return days;
            }
            // Fri-Mon goes over the end of the week.
            for (int day = from; ; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
                if (day == to) {
                    break;
                }
            }
        }
        return days;
    }

    private static Optional<OpenTime> times(Word word, Set<DayOfWeek> days, Problems problems) {
        Matcher times = TIMES.matcher(word.text());
        try {
            if (times.matches()) {
                return Optional.of(new OpenTime(days, time(times.group(1)), time(times.group(2))));
            }
        } catch (DateTimeException e) {
            // told below like any other text that is no time
        }
        problems.add(
                word,
                "\"" + Block.shown(word)
                        + "\" are no times; write them as in \"08:00-18:00\", the whole day as \"00:00-24:00\"");
        return Optional.empty();
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    static List<Holiday> holidays(SourceLine line, Problems problems) {
        List<Holiday> holidays = new ArrayList<>();
        for (Word word : line.rest()) {
            holiday(word.text())
                    .ifPresentOrElse(
                            holidays::add,
                            () -> problems.add(
                                    word,
                                    "\"" + Block.shown(word)
                                            + "\" is no day; write it as in \"2026-04-03\", or \"12-25\" for every year"));
        }
        if (line.rest().isEmpty()) {
            problems.add(line.first(), "\"closed\" needs days after it, as in \"closed 12-25\"");
        }
        return holidays;
    }

    private static Optional<Holiday> holiday(String text) {
        try {
            if (text.length() == "12-25".length()) {
                return Optional.of(new Holiday(MonthDay.parse("--" + text), Optional.empty()));
            }
            LocalDate date = LocalDate.parse(text);
            return Optional.of(new Holiday(MonthDay.from(date), Optional.of(date.getYear())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
