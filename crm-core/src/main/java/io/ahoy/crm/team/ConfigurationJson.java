package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * The configuration as JSON: lengths of time are numbers in milliseconds, times of day {@code 08:30}. Rows outlive versions of Ahoy,
 * so a name is never changed, a field never removed, and new fields must have a meaning when absent.
 */
public final class ConfigurationJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), module())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ConfigurationJson() {}

    /** For others who read and write these records. */
    public static Module module() {
        SimpleModule module = new SimpleModule("configuration");
        module.addSerializer(Duration.class, new StdDelegatingSerializer(Duration.class, new Millis()));
        module.addDeserializer(Duration.class, new DurationReader());
        module.addSerializer(LocalTime.class, ToStringSerializer.instance);
        module.addDeserializer(LocalTime.class, new Reader<>(LocalTime.class, LocalTime::parse));
        module.addSerializer(ZoneId.class, ToStringSerializer.instance);
        module.addDeserializer(ZoneId.class, new Reader<>(ZoneId.class, ZoneId::of));
        module.addDeserializer(Delivery.class, new DeliveryReader());
        module.addKeyDeserializer(LocalDate.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                try {
                    return LocalDate.parse(key);
                } catch (RuntimeException e) {
                    return context.handleWeirdKey(LocalDate.class, key, "a date is written 2026-12-31");
                }
            }
        });
        return module;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("JSON cannot express " + value, e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("the database holds a configuration that this version cannot read", e);
        }
    }

    private static final class Millis extends StdConverter<Duration, Long> {
        @Override
        public Long convert(Duration value) {
            return value.toMillis();
        }
    }

    private static final class DurationReader extends StdScalarDeserializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser from, DeserializationContext context) throws IOException {
            if (!from.currentToken().isNumeric()
                    || from.getNumberType() != JsonParser.NumberType.INT
                            && from.getNumberType() != JsonParser.NumberType.LONG) {
                return context.reportInputMismatch(Duration.class, "a length of time is a number of milliseconds");
            }
            return Duration.ofMillis(from.getLongValue());
        }
    }

    /** Absent from what was written before there was a choice: then everything was pushed. */
    private static final class DeliveryReader extends FromStringDeserializer<Delivery> {
        @Serial
        private static final long serialVersionUID = 1;

        DeliveryReader() {
            super(Delivery.class);
        }

        @Override
        protected Delivery _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Delivery.valueOf(text);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "neither PUSHED nor PULLED: %s", text);
            }
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Delivery.PUSHED;
        }
    }

    private static final class Reader<T> extends FromStringDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                return context.reportInputMismatch(this, "not written as it should be: %s", text);
            }
        }
    }
}
