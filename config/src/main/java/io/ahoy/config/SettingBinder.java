package io.ahoy.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts given values in the place of defaults, for every record alike. */
final class SettingBinder {
    private final Map<String, GivenValue> given;
    private final SettingReader reader;
    private final List<String> problems;
    private final DoubtedKeys doubted;
    private final Map<String, SettingOrigin> origins = new HashMap<>();

    SettingBinder(Map<String, GivenValue> given, SettingReader reader, List<String> problems, DoubtedKeys doubted) {
        this.given = given;
        this.reader = reader;
        this.problems = problems;
        this.doubted = doubted;
    }

    /** Where a value is wrong its default stands in, so that the other values can be looked at as well. */
    AhoyConfig bind(AhoyConfig defaults) {
        return bind("", defaults);
    }

    private <R extends Record> R bind(String section, R defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> value(section, component, read(component, defaults)))
                .toArray();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class is that of the record
            R bound = (R) defaults.getClass().getDeclaredConstructor(types).newInstance(values);
            return bound;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + defaults.getClass(), e);
        }
    }

    private Object value(String section, RecordComponent component, Object byDefault) {
        String path = SettingKey.join(section, component.getName());
        if (component.getType() == SettingOrigins.class) {
            return new SettingOrigins(origins); // the last component, so all the others are known by now
        }
        if (SettingKey.isSection(component.getType())) {
            return bind(path, (Record) byDefault);
        }
        SettingKey key = new SettingKey(path, component);
        Optional<GivenValue> found = Optional.ofNullable(given.get(path));
        Object value = found.map(text -> parsed(key, text, byDefault)).orElse(byDefault);
        String written =
                key.isSecret() ? "" : found.map(GivenValue::text).orElseGet(() -> SettingReader.written(value));
        origins.put(
                path,
                new SettingOrigin(
                        path,
                        key.variable(),
                        written,
                        found.map(GivenValue::where).orElse(SettingOrigin.DEFAULT)));
        return value;
    }

    private Object parsed(SettingKey key, GivenValue text, Object byDefault) {
        try {
            return reader.read(key, text);
        } catch (WrongValue e) {
            // The variable in front already names the key.
            String name = text.where().equals(key.variable()) ? "" : key.path() + " ";
            problems.add(text.where() + ": " + name + e.getMessage());
            doubted.add(key.path());
            return byDefault;
        }
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
