package io.ahoy.telephony.ami;

import java.util.Map;
import java.util.Optional;

/**
 * Asterisk's answer to an action.
 *
 * @param fields by lower-case name
 */
public record AmiReply(boolean success, String message, Map<String, String> fields) {
    public AmiReply {
        fields = Map.copyOf(fields);
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
