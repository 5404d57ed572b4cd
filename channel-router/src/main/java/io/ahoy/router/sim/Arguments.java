package io.ahoy.router.sim;

import io.ahoy.config.Durations;
import io.ahoy.config.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a command: {@code --name value} or {@code --name=value}. */
final class Arguments {
    private final Map<String, String> given = new LinkedHashMap<>();

    /** The user wrote something that cannot be; the message says what and how it is written. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** @param known without their dashes */
    Arguments(String[] arguments, List<String> known) throws Wrong {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                throw new Wrong("\"" + argument + "\" stands alone; every value follows an option such as --"
                        + known.getFirst());
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (!known.contains(name)) {
                throw new Wrong("there is no option --" + name
                        + Nearest.hint(name, known).orElse("; there are --" + String.join(", --", known)));
            }
            if (equals < 0 && (i + 1 == arguments.length || arguments[i + 1].startsWith("--"))) {
                throw new Wrong("--" + name + " needs a value");
            }
            String value = equals < 0 ? arguments[++i] : argument.substring(equals + 1);
            if (value.isBlank()) {
                throw new Wrong("--" + name + " needs a value");
            }
            if (given.put(name, value) != null) {
                throw new Wrong("--" + name + " is given twice");
            }
        }
    }

    /** Wherever the user asks for it: he does not want the rest to be done. */
    static boolean askForHelp(String... arguments) {
        return Arrays.stream(arguments).anyMatch(List.of("--help", "-h")::contains);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    /** These do not go together with the option that was chosen. */
    void refuse(String because, String... names) throws Wrong {
        for (String name : names) {
            if (has(name)) {
                throw new Wrong("--" + name + " does not go with " + because);
            }
        }
    }

    String required(String name, String example) throws Wrong {
        return text(name)
                .orElseThrow(() -> new Wrong("--" + name + " is missing; write it as in --" + name + " " + example));
    }

    int wholeNumber(String name, int byDefault, int min, int max) throws Wrong {
        return (int) number(name, byDefault, min, max, "[0-9]{1,9}", "a whole number");
    }

    double number(String name, double byDefault, double min, double max) throws Wrong {
        return number(name, byDefault, min, max, "[0-9]{1,9}(\\.[0-9]{1,9})?", "a number");
    }

    private double number(String name, double byDefault, double min, double max, String pattern, String what)
            throws Wrong {
        String text = given.get(name);
        if (text == null) {
            return byDefault;
        }
        if (text.matches(pattern) && Double.parseDouble(text) >= min && Double.parseDouble(text) <= max) {
            return Double.parseDouble(text);
        }
        throw new Wrong("--" + name + " is \"" + text + "\", but must be " + what + " from " + plain(min) + " to "
                + plain(max));
    }

    long seed() throws Wrong {
        String text = given.getOrDefault("seed", "1");
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new Wrong("--seed is \"" + text + "\", but must be a whole number");
        }
        return Long.parseLong(text);
    }

    /** Plain numbers are seconds; {@code 4m} and {@code 1h30m} work too. */
    Optional<Duration> duration(String name) throws Wrong {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> read = text.get().matches("[0-9]{1,7}(\\.[0-9]{1,3})?")
                ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text.get()) * 1_000)))
                : Durations.read(text.get());
        if (read.isEmpty() || read.get().isZero() || read.get().compareTo(Words.LONGEST) > 0) {
            throw new Wrong("--" + name + " is \"" + text.get()
                    + "\", but must be seconds, or a duration such as 4m, up to 30d");
        }
        return read;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
