package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ahoy.desktop.web.Contract;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description tells of every topic of the feed, and of no other. */
class FrameTest {
    private static final String SCHEMAS = "#/components/schemas/";

    @Test
    void everyTopicIsDescribedFieldByField() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            JsonObject schemas =
                    Contract.load(vertx).document().getJsonObject("components").getJsonObject("schemas");
            List<String> described = new ArrayList<>();
            for (Object one : schemas.getJsonObject("FeedFrame").getJsonArray("oneOf")) {
                described.add(((JsonObject) one).getString("$ref").substring(SCHEMAS.length()));
            }
            List<Class<?>> topics = List.of(Frame.class.getPermittedSubclasses());
            assertThat(described)
                    .containsExactlyInAnyOrderElementsOf(
                            topics.stream().map(FrameTest::schema).toList());
            for (Class<?> topic : topics) {
                JsonObject schema = schemas.getJsonObject(schema(topic));
                JsonObject properties = schema.getJsonObject("properties");
                assertThat(properties.getJsonObject("type").getString("const")).isEqualTo(name(topic));
                assertThat(properties.fieldNames()).containsExactlyInAnyOrderElementsOf(fields(topic, true));
                assertThat(schema.getJsonArray("required")).containsExactlyInAnyOrderElementsOf(fields(topic, false));
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String name(Class<?> topic) {
        return topic.getAnnotation(JsonTypeName.class).value();
    }

    private static String schema(Class<?> topic) {
        return "Feed" + name(topic).substring(0, 1).toUpperCase(Locale.ROOT)
                + name(topic).substring(1);
    }

    /** @param all those too that may be absent */
    private static List<String> fields(Class<?> topic, boolean all) {
        Stream<String> own = Arrays.stream(topic.getRecordComponents())
                .filter(one -> all || one.getType() != Optional.class)
                .map(RecordComponent::getName);
        return Stream.concat(Stream.of("type"), own).toList();
    }
}
