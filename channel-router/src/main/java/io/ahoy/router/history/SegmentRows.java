package io.ahoy.router.history;

import io.ahoy.crm.history.SegmentRow;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.Segment;

/** The core's segments as the history keeps them. */
public final class SegmentRows {
    private SegmentRows() {}

    public static SegmentRow of(Segment segment) {
        return new SegmentRow(
                segment.interaction().value(),
                segment.number(),
                segment.queue().value(),
                segment.agent().map(AgentId::value),
                segment.enteredAt(),
                segment.answeredAt(),
                segment.endedAt(),
                segment.clearedAt(),
                segment.outcome().name(),
                segment.cause().map(Enum::name),
                segment.promised().map(Estimate::low),
                segment.promised().map(Estimate::high));
    }
}
