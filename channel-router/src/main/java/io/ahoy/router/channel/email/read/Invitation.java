package io.ahoy.router.channel.email.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line about a calendar part (RFC 5545, 5546): what is asked, of what, when, by whom. */
final class Invitation {
    private Invitation() {}

    static Optional<String> summary(String calendar) {
        Map<String, String> said = new HashMap<>();
        boolean event = false;
        // Folded lines go on behind a blank.
        for (String line : calendar.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n")) {
            int colon = colon(line);
            if (colon <= 0) {
                continue;
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("BEGIN")) {
                event = value.equalsIgnoreCase("VEVENT") || value.equalsIgnoreCase("VTODO");
            } else if (name.equalsIgnoreCase("END")) {
                event = false;
            } else if (event || name.equalsIgnoreCase("METHOD")) {
                Parameters parameters = Parameters.of(name);
                said.putIfAbsent(parameters.value(), value);
                parameters.get("tzid").ifPresent(zone -> said.putIfAbsent(parameters.value() + "-zone", zone));
                parameters.get("cn").ifPresent(person -> said.putIfAbsent(parameters.value() + "-name", person));
            }
        }
        return said.containsKey("dtstart") || said.containsKey("summary")
                ? Optional.of(sentence(said))
                : Optional.empty();
    }

    private static String sentence(Map<String, String> said) {
        String kind = switch (said.getOrDefault("method", "").toUpperCase(Locale.ROOT)) {
            case "REQUEST" -> "Invitation";
            case "CANCEL" -> "Cancelled";
            case "REPLY" -> "Answer to an invitation";
            case "COUNTER" -> "Other time proposed";
            case "REFRESH" -> "Asked to be invited again";
            default -> "Calendar entry";
        };
        StringBuilder line =
                new StringBuilder(kind).append(": ").append(plain(said.getOrDefault("summary", "(no title)")));
        Optional.ofNullable(said.get("dtstart"))
                .ifPresent(start -> line.append(", ")
                        .append(time(start))
                        .append(Optional.ofNullable(said.get("dtstart-zone"))
                                .map(zone -> " (" + zone + ")")
                                .orElse(start.endsWith("Z") ? " UTC" : "")));
        Optional.ofNullable(said.get("location"))
                .filter(place -> !place.isBlank())
                .ifPresent(place -> line.append(", ").append(plain(place)));
        Optional.ofNullable(said.get("organizer"))
                .ifPresent(organizer -> line.append(", organised by ")
                        .append(Optional.ofNullable(said.get("organizer-name"))
                                .map(name -> name + " ")
                                .orElse(""))
                        .append('<')
                        .append(organizer.replaceFirst("(?i)^mailto:", ""))
                        .append('>'));
        return Shown.line(line.toString());
    }

    /** {@code 20261201T093000} to {@code 2026-12-01 09:30}; anything else stays. */
    private static String time(String value) {
        return value.replaceFirst(
                        "^([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})[0-9]{2}Z?)?$", "$1-$2-$3 $4:$5")
                .replaceFirst(" :$", "");
    }

    private static String plain(String value) {
        return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\([,;\\\\])", "$1");
    }

    /** The first colon outside of quotes. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            quoted ^= each == '"';
            if (each == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
