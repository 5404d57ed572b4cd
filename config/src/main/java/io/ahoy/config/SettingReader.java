package io.ahoy.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one text as the type of its record component. */
final class SettingReader {
    private static final int TEXT_LENGTH_MAX = 1_000;

    private final Path home;

    SettingReader(Path home) {
        this.home = home;
    }

    Object read(SettingKey key, GivenValue given) throws WrongValue {
        String text = given.text();
        Type type = key.component().getGenericType();
        boolean isList = type instanceof ParameterizedType list && list.getRawType() == List.class;
        if (text.isBlank() && isList) {
            return List.of();
        }
        if (text.isBlank()) {
            throw new WrongValue("has no value; give it one or remove it");
        }
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new WrongValue("is longer than " + TEXT_LENGTH_MAX + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new WrongValue("holds a control character such as a line break; remove it");
        }
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return Optional.of(single(key, (Class<?>) optional.getActualTypeArguments()[0], given));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return all(key, (Class<?>) list.getActualTypeArguments()[0], given);
        }
        return single(key, (Class<?>) type, given);
    }

    private List<Object> all(SettingKey key, Class<?> type, GivenValue given) throws WrongValue {
        List<Object> values = new ArrayList<>();
        for (String text : given.text().split(",", -1)) {
            values.add(single(key, type, new GivenValue(text.strip(), given.where(), given.folder())));
        }
        return values;
    }

    private Object single(SettingKey key, Class<?> type, GivenValue given) throws WrongValue {
        String text = given.text();
        if (type == String.class) {
            return key.path().equals("centre.homeCountry") ? Countries.read(text) : text;
        } else if (type == Secret.class) {
            return new Secret(text);
        } else if (type == int.class) {
            return wholeNumber(text, range(key));
        } else if (type == boolean.class) {
            return trueOrFalse(text);
        } else if (type == Duration.class) {
            return duration(text, range(key));
        } else if (type == ZoneId.class) {
            return Zones.read(text);
        } else if (type == Path.class) {
            return path(text, given.folder());
        } else if (type == InetAddress.class) {
            return Addresses.readSetting(text);
        } else if (type.isEnum()) {
            return constant(text, type);
        }
        throw new IllegalStateException("no reader for " + key.path() + " of " + type);
    }

    /** As an operator would write it, for messages and the reference file. */
    static String written(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(SettingReader::written).orElse("");
            case List<?> list ->
                String.join(", ", list.stream().map(SettingReader::written).toList());
            case InetAddress address -> address.getHostAddress();
            case Duration duration -> Durations.write(duration);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Object other -> other.toString();
        };
    }

    private static Range range(SettingKey key) {
        return Optional.ofNullable(key.component().getAnnotation(Range.class))
                .orElseThrow(() -> new IllegalStateException(key.path() + " needs a @Range"));
    }

    private static int wholeNumber(String text, Range range) throws WrongValue {
        String must = "\", but must be a whole number from " + range.min() + " to " + range.max();
        // A leading zero would be octal to YAML and decimal to everybody else.
        if (!text.matches("0|-?[1-9][0-9]{0,17}")) {
            throw new WrongValue("is \"" + text + must);
        }
        long number = Long.parseLong(text);
        if (number < Integer.parseInt(range.min()) || number > Integer.parseInt(range.max())) {
            throw new WrongValue("is \"" + text + must);
        }
        return (int) number;
    }

    private static boolean trueOrFalse(String text) throws WrongValue {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongValue("is \"" + text + "\", but must be true or false");
        };
    }

    private static Duration duration(String text, Range range) throws WrongValue {
        return Durations.read(text)
                .filter(read -> read.compareTo(Durations.read(range.min()).orElseThrow()) >= 0)
                .filter(read -> read.compareTo(Durations.read(range.max()).orElseThrow()) <= 0)
                .orElseThrow(() ->
                        new WrongValue("is \"" + text + "\", but must be a duration such as 20s, 5m or 1h30m, from "
                                + range.min() + " to " + range.max()));
    }

    private Path path(String text, Path folder) throws WrongValue {
        try {
            return text.startsWith("~/")
                    ? home.resolve(text.substring(2))
                    : folder.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new WrongValue("is \"" + text + "\", which is no path");
        }
    }

    private static Object constant(String text, Class<?> type) throws WrongValue {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongValue("is \"" + text + "\", but must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(SettingReader::written)
                                        .toList())));
    }
}
