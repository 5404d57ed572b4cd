package io.ahoy.crm.team;

import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.history.SegmentRow;
import io.ahoy.crm.history.StateRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the demo customers called about before, so that the first call already pops a history. */
final class DemoContacts {
    private final History history;
    private final Instant now;
    private final List<DemoTeam.DemoCustomer> customers = DemoTeam.customers();

    DemoContacts(Db db, Instant now) {
        this.history = new History(db);
        this.now = now;
    }

    void fill() {
        answered(
                0, 26, DemoTeam.ANNA, "support", 7, 245, "solved", "Rechnung von Oktober erneut per E-Mail geschickt.");
        answered(
                0,
                171,
                DemoTeam.CHEN,
                "support",
                31,
                612,
                "defect",
                "Router startet jede Nacht neu; Austausch veranlasst.");
        answered(0, 698, DemoTeam.BO, "sales", 12, 384, "sold", "Upgrade to the 250 plan, starts next month.");
        answered(
                1,
                50,
                DemoTeam.BO,
                "sales",
                18,
                133,
                "callback",
                "Möchte erst mit seiner Frau sprechen; Rückruf Freitag ab 17 Uhr.");
        abandoned(1, 51, "sales", 64);
        answered(2, 75, DemoTeam.ANNA, "support", 4, 90, "wrong-number", "Looking for the transporter room.");
        answered(3, 29, DemoTeam.CHEN, "support", 9, 301, "solved", "已重置密码，客户可以正常登录。");
        answered(3, 243, DemoTeam.CHEN, "support", 15, 177, "passed-on", "转交给财务部处理退款。");
        answered(
                4,
                122,
                DemoTeam.ANNA,
                "sales",
                22,
                420,
                "callback",
                "Asked for an offer for 40 seats. Wants it in Chinese and English.");
        abandoned(5, 33, "support", 3);
    }

    private void answered(
            int customer,
            int hoursAgo,
            Agent agent,
            String queue,
            int waitSeconds,
            int talkSeconds,
            String disposition,
            String note) {
        Instant arrived = arrival(hoursAgo);
        Instant answered = arrived.plusSeconds(waitSeconds);
        Instant ended = answered.plusSeconds(talkSeconds);
        Instant cleared = ended.plusSeconds(21);
        Optional<String> cause = Optional.of("CUSTOMER_HUNG_UP");
        UUID id = save(
                customer,
                arrived,
                cleared,
                cause,
                new SegmentRow(
                        id(customer, arrived),
                        1,
                        queue,
                        Optional.of(agent.id()),
                        arrived,
                        Optional.of(answered),
                        Optional.of(ended),
                        Optional.of(cleared),
                        "ANSWERED",
                        cause,
                        Optional.empty(),
                        Optional.empty()));
        history.wrapUp(id, agent.id(), disposition, Optional.of(note), cleared);
    }

    private void abandoned(int customer, int hoursAgo, String queue, int waitSeconds) {
        Instant arrived = arrival(hoursAgo);
        Instant left = arrived.plusSeconds(waitSeconds);
        Optional<String> cause = Optional.of("ABANDONED");
        save(
                customer,
                arrived,
                left,
                cause,
                new SegmentRow(
                        id(customer, arrived),
                        1,
                        queue,
                        Optional.empty(),
                        arrived,
                        Optional.empty(),
                        Optional.of(left),
                        Optional.empty(),
                        "ABANDONED",
                        cause,
                        Optional.empty(),
                        Optional.empty()));
    }

    private UUID save(int customer, Instant arrived, Instant ended, Optional<String> cause, SegmentRow segment) {
        DemoTeam.DemoCustomer of = customers.get(customer);
        Optional<String> number = Optional.of(of.draft().points().getFirst().value());
        history.save(new History.Batch()
                .open(new NewContact(
                        segment.interaction(),
                        "VOICE",
                        number.get(),
                        false,
                        number,
                        "500",
                        Optional.of(of.id()),
                        arrived))
                .state(new StateRow(segment.interaction(), "CLOSED", Optional.of(ended), cause))
                .segment(segment));
        return segment.interaction();
    }

    /** Never less than 26 hours ago: even on a day of 25 hours that is not today. */
    private Instant arrival(int hoursAgo) {
        return now.minus(Duration.ofHours(hoursAgo));
    }

    private static UUID id(int customer, Instant arrived) {
        return UuidV7.of(arrived, 0xD, customer);
    }
}
