package io.ahoy.router.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueChoice;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.Strategy;
import io.ahoy.router.acd.TransferTarget;
import io.ahoy.router.acd.Widening;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * The journal's text. The core's types know nothing of it: ids become strings, and of sealed types the record's name is written. Rows
 * outlive versions of Ahoy, so a record's name is never changed, a field never removed, and new fields must have a meaning when absent.
 */
public final class JournalJson {
    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectWriter ROW_WRITER = MAPPER.writerFor(Payload.class);
    private static final ObjectReader ROW_READER = MAPPER.readerFor(Payload.class);
    private static final ObjectWriter IMAGE_WRITER = MAPPER.writerFor(Image.class);
    private static final ObjectReader IMAGE_READER = MAPPER.readerFor(Image.class);
    private static final ObjectWriter REASON_WRITER = MAPPER.writerFor(Output.Reason.class);

    private JournalJson() {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Payload(List<Input> inputs, boolean ticked, Optional<String> said) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface ByName {}

    static String write(JournalRow row) {
        return written(ROW_WRITER, new Payload(row.inputs(), row.ticked(), row.said()));
    }

    static JournalRow readRow(long seq, Instant at, String text) {
        Payload payload = read(ROW_READER, Payload.class, text);
        return new JournalRow(seq, at, payload.inputs(), payload.ticked(), payload.said());
    }

    static String write(Image image) {
        return written(IMAGE_WRITER, image);
    }

    static Image readImage(String text) {
        return read(IMAGE_READER, Image.class, text);
    }

    /** For those who keep reasons as text. */
    public static String write(Output.Reason reason) {
        return written(REASON_WRITER, reason);
    }

    private static String written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("the journal cannot express " + value, e);
        }
    }

    private static <T> T read(ObjectReader reader, Class<T> type, String text) {
        try {
            return reader.readValue(text, type);
        } catch (IOException e) {
            throw new IllegalStateException("the journal holds something that this version cannot read", e);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule ids = new SimpleModule("ids");
        text(ids, InteractionId.class, InteractionId::toString, text -> new InteractionId(UUID.fromString(text)));
        text(ids, AgentId.class, AgentId::toString, text -> new AgentId(UUID.fromString(text)));
        text(ids, OfferId.class, OfferId::toString, OfferId::parse);
        text(ids, QueueId.class, QueueId::value, QueueId::new);
        text(ids, SkillId.class, SkillId::value, SkillId::new);
        text(ids, GroupId.class, GroupId::value, GroupId::new);
        text(ids, BreakReason.class, BreakReason::value, BreakReason::new);
        ids.addDeserializer(Delivery.class, new DeliveryReader());
        ObjectMapper mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), ids)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(Input.class, ByName.class)
                .addMixIn(TransferTarget.class, ByName.class)
                .addMixIn(Strategy.class, ByName.class)
                .addMixIn(QueueChoice.class, ByName.class)
                .addMixIn(Widening.Change.class, ByName.class)
                .addMixIn(Overflow.When.class, ByName.class)
                .addMixIn(Overflow.Action.class, ByName.class)
                .build();
        // What a text of the past does not name holds nobody.
        mapper.configOverride(SortedSet.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        List.of(
                        Input.class,
                        TransferTarget.class,
                        Strategy.class,
                        QueueChoice.class,
                        Widening.Change.class,
                        Overflow.When.class,
                        Overflow.Action.class)
                .forEach(kind -> named(mapper, kind));
        return mapper;
    }

    private static void named(ObjectMapper mapper, Class<?> kind) {
        for (Class<?> one : kind.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(one, one.getSimpleName()));
        }
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new Writer<>(type, write));
        module.addDeserializer(type, new Reader<>(type, read));
        module.addKeySerializer(type, new KeyWriter<>(type, write));
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return read.apply(key);
            }
        });
    }

    private static final class Writer<T> extends StdSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(write.apply(value));
        }
    }

    private static final class KeyWriter<T> extends StdSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<T, String> write;

        KeyWriter(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeFieldName(write.apply(value));
        }
    }

    /** Rows of the past do not name it: then everything was pushed. */
    private static final class DeliveryReader extends FromStringDeserializer<Delivery> {
        @Serial
        private static final long serialVersionUID = 1;

        DeliveryReader() {
            super(Delivery.class);
        }

        @Override
        protected Delivery _deserialize(String text, DeserializationContext context) {
            return Delivery.valueOf(text);
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
        protected T _deserialize(String text, DeserializationContext context) {
            return read.apply(text);
        }
    }
}
