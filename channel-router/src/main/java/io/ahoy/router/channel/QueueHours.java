package io.ahoy.router.channel;

import io.ahoy.crm.team.Calendar;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Queue;
import io.ahoy.router.acd.WeeklyHours;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When queues are open; one without a calendar is open day and night. */
public final class QueueHours {
    private final Map<String, WeeklyHours> hours = new HashMap<>();

    public QueueHours(Configuration configuration) {
        Map<String, WeeklyHours> calendars = new HashMap<>();
        for (Calendar calendar : configuration.calendars()) {
            calendars.put(calendar.id(), CalendarHours.of(calendar));
        }
        for (Queue queue : configuration.queues()) {
            queue.calendar()
                    .flatMap(id -> Optional.ofNullable(calendars.get(id)))
                    .ifPresent(open -> hours.put(queue.id(), open));
        }
    }

    public boolean isOpen(String queue, Instant at) {
        return of(queue).map(open -> open.isOpen(at)).orElse(true);
    }

    /** This moment if it is open; empty if it stays closed for more than a year. */
    public Optional<Instant> openFrom(String queue, Instant at) {
        Optional<WeeklyHours> calendar = of(queue);
        return calendar.isEmpty() ? Optional.of(at) : calendar.get().openFrom(at);
    }

    private Optional<WeeklyHours> of(String queue) {
        return Optional.ofNullable(hours.get(queue));
    }
}
