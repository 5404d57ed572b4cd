package io.ahoy.desktop.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * The running Ahoy, as told in {@code run/instance.json}. No secrets.
 *
 * @param sipPort where callers reach the provisioned Asterisk; 0 without one
 * @param websocketPort where its browser phones register; 0 without one
 */
public record Instance(
        long pid, String web, String sipHost, int sipPort, int websocketPort, int databasePort, int agiPort) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String json() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<Instance> parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, Instance.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
