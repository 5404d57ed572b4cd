package io.ahoy.router.channel.email.rule;

import io.ahoy.crm.team.Calendar;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.Versioned;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A centre in Berlin with one queue, "mail", that is open on Wednesdays from 9 to 17. */
public final class MadeCentre {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Titles TITLE = new Titles("T", "T");

    private MadeCentre() {}

    public static Configuration configuration(MailTemplate... templates) {
        Calendar office = new Calendar(
                "office",
                TITLE,
                ZONE,
                new TreeMap<>(Map.of(
                        DayOfWeek.WEDNESDAY, List.of(new Calendar.Span(LocalTime.of(9, 0), LocalTime.of(17, 0))))),
                new TreeMap<>());
        return new Configuration(Map.of(
                Kind.QUEUES,
                List.of(new Versioned(queue(), 1)),
                Kind.CALENDARS,
                List.of(new Versioned(office, 1)),
                Kind.MAIL_TEMPLATES,
                Arrays.stream(templates).map(one -> new Versioned(one, 1)).toList()));
    }

    private static Queue queue() {
        Duration some = Duration.ofSeconds(30);
        Queue plain = new Queue("mail", TITLE, "mail", some, 0.8, some, some, some, some, some, "default");
        return new Queue(
                plain.id(),
                plain.title(),
                plain.serviceLevelThreshold(),
                plain.serviceLevelTarget(),
                plain.serviceLevelInHours(),
                plain.shortAbandon(),
                plain.needs(),
                plain.widening(),
                plain.strategy(),
                plain.priority(),
                plain.offerLimit(),
                plain.noAnswer(),
                plain.wrapUp(),
                plain.overflow(),
                Optional.of("office"),
                plain.callback(),
                plain.announceEvery(),
                plain.delivery(),
                plain.musicClass());
    }
}
