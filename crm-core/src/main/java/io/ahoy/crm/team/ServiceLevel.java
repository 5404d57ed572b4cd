package io.ahoy.crm.team;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * What a queue promises, and in which time.
 *
 * @param threshold T of METRICS.md
 * @param target share from 0 to 1
 * @param shortAbandon S of METRICS.md
 * @param time in which waits pass: that of the queue's hours, or day and night
 * @param inHours whether it is that of its hours
 * @param zone of its calendar
 */
public record ServiceLevel(
        Duration threshold,
        double target,
        Duration shortAbandon,
        WorkingTime time,
        boolean inHours,
        Optional<ZoneId> zone) {

    /** By queue, as they are configured now: figures of the past are judged by them too. */
    public static Map<String, ServiceLevel> ofQueues(SqlSession session) {
        ConfigurationMapper mapper = session.getMapper(ConfigurationMapper.class);
        Map<String, Calendar> calendars = mapper.calendars().stream()
                .map(ConfigurationRows.CalendarRow::calendar)
                .collect(Collectors.toMap(Calendar::id, calendar -> calendar));
        Map<String, ServiceLevel> levels = new HashMap<>();
        for (ConfigurationRows.ServiceLevelRow row : mapper.serviceLevels()) {
            Optional<Calendar> calendar = row.calendar().flatMap(id -> Optional.ofNullable(calendars.get(id)));
            WorkingTime time = new WorkingTime(calendar.filter(ignored -> row.inHours()));
            levels.put(
                    row.id(),
                    new ServiceLevel(
                            row.threshold(),
                            row.target(),
                            row.shortAbandon(),
                            time,
                            row.inHours(),
                            calendar.map(Calendar::zone)));
        }
        return levels;
    }
}
