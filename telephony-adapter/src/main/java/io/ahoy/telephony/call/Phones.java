package io.ahoy.telephony.call;

import io.ahoy.router.acd.AgentId;
import java.util.Optional;

/** Which phone rings for an agent. */
public interface Phones {
    /** As Asterisk dials it, {@code PJSIP/1001-web}; empty: he has none. Asked at every offer, so it must not block. */
    Optional<String> endpointFor(AgentId agent);
}
