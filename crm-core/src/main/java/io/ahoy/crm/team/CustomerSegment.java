package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * What customers are to the centre, as VIP.
 *
 * @param tier they are in at least this one in every queue
 * @param headStart they count as come so much earlier
 */
public record CustomerSegment(String id, Titles title, int tier, Duration headStart) implements Configured {
    /** Whether they go before others at all. */
    @JsonIgnore
    public boolean isPreferred() {
        return tier > 0 || headStart.isPositive();
    }

    @Override
    public Kind kind() {
        return Kind.CUSTOMER_SEGMENTS;
    }

    @Override
    public String key() {
        return id;
    }
}
