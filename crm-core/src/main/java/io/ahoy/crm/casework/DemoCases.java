package io.ahoy.crm.casework;

import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.order.DemoOrders;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** What the demo customers want, in all states: new, due, overdue, waiting, solved, closed. Ids and numbers are always the same. */
public final class DemoCases {
    private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");
    private static final String NOBODY = "-";

    /**
     * One a line: customer; hours since it was opened; type; category; priority; owner ({@code -}: nobody); the states that it went
     * through and how many hours after the one before; subject.
     */
    private static final String TABLE = """
            0 | 700 | order     | contract.change | NORMAL | bo   | processing 1, delivery 4, solved 70, closed 48 | Upgrade to plan 250
            1 | 650 | request   | invoice.copy    | LOW    | anna | open 1, solved 2, closed 72                    | Rechnung vom September noch einmal
            3 | 600 | request   | contract        | NORMAL | chen | open 2, solved 20, closed 90                   | 忘记密码，无法登录
            5 | 560 | fault     | line.down       | URGENT | anna | diagnosis 0, solved 3, closed 48               | No connection since this morning
            2 | 520 | request   | device.phone    | LOW    | bo   | open 3, waiting 2, solved 60, closed 50        | Manual for the desk telephone
            4 | 480 | complaint | invoice.wrong   | HIGH   | sara | review 1, solved 8, closed 70                  | 账单金额与合同不符
            0 | 440 | fault     | device.router   | HIGH   | chen | diagnosis 1, repair 6, solved 40, closed 60    | Router startet jede Nacht neu
            1 | 400 | order     | delivery        | NORMAL | bo   | processing 5, delivery 20, solved 60           | Zweites Telefon für das Büro
            5 | 360 | request   | contract.end    | NORMAL | sara | open 3, waiting 1, solved 100                  | Wants to cancel at the end of the year
            3 | 320 | fault     | line.slow       | NORMAL | chen | diagnosis 1, solved 30                         | 晚上网速很慢
            2 | 280 | complaint | delivery.late   | NORMAL | sara | review 1, solved 20                            | Parcel came two weeks late
            4 | 240 | request   | contract.change | HIGH   | bo   | open 1, waiting 3                              | Offer for 40 seats in Chinese and English
            0 | 200 | request   | invoice         | NORMAL | anna | open 2, waiting 30                             | Rechnung an neue Anschrift
            1 | 150 | request   | contract        | NORMAL | bo   | open 3, waiting 1                              | Bedenkzeit, Rückruf Freitag ab 17 Uhr
            5 | 140 | fault     | device.router   | NORMAL | chen | diagnosis 1, repair 20                         | Router loses the wireless network
            3 | 120 | complaint | invoice.wrong   | NORMAL | sara | review 2                                       | 退款还没有到账
            2 | 100 | order     | delivery.late   | HIGH   | bo   | processing 2, delivery 10                      | Where is the replacement?
            0 | 90  | fault     | line.slow       | LOW    | anna | diagnosis 1, waiting 6                         | Langsam seit dem Umzug
            4 | 70  | order     | contract.change | NORMAL | bo   | processing 6                                   | 升级到 250 套餐
            1 | 60  | request   | device.phone    | LOW    | anna | open 2                                         | Rufumleitung einrichten
            5 | 46  | request   | invoice.copy    | NORMAL | -    |                                                | Invoices of the whole year for the tax office
            3 | 40  | request   | contract        | NORMAL | chen | open 3                                         | 换成公司抬头
            2 | 30  | fault     | line.down       | URGENT | anna | diagnosis 0                                    | Line is dead in the whole house
            0 | 22  | complaint | device.router   | HIGH   | sara | review 1                                       | Dritter Router in einem Jahr
            4 | 21  | fault     | line.slow       | NORMAL | chen | diagnosis 1                                    | 视频会议经常断线
            1 | 8   | order     | delivery        | NORMAL | -    |                                                | Lieferung an den Nachbarn
            5 | 5   | request   | contract.change | HIGH   | anna | open 1                                         | Second line for the shop
            3 | 3   | request   | invoice         | NORMAL | -    |                                                | 电子账单怎么开通
            2 | 2   | complaint | delivery.late   | NORMAL | -    |                                                | Nobody was at the door on Friday
            0 | 1   | fault     | device.phone    | NORMAL | -    |                                                | Telefon klingelt nicht
            4 | 0   | request   | contract        | LOW    | -    |                                                | 询问国际长途资费
            """;

    private final SqlSession session;
    private final People people;
    private final Instant now;

    /** @param agents by login, in the order of {@code logins} */
    public record People(List<UUID> customers, List<String> logins, List<UUID> agents) {
        Optional<UUID> agent(String login) {
            return login.equals(NOBODY) ? Optional.empty() : Optional.of(agents.get(logins.indexOf(login)));
        }
    }

    private DemoCases(SqlSession session, People people, Instant now) {
        this.session = session;
        this.people = people;
        this.now = now;
    }

    public static void fill(SqlSession session, People people, Instant now) {
        DemoCases demo = new DemoCases(session, people, now);
        List<String[]> lines = TABLE.lines()
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .sorted(Comparator.comparing((String[] line) -> Integer.valueOf(line[1]))
                        .reversed())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            demo.open(UuidV7.of(EPOCH, 'f', i), lines.get(i));
        }
    }

    private void open(UUID id, String[] line) {
        Instant opened = now.minus(Duration.ofHours(Integer.parseInt(line[1])));
        boolean complaint = line[2].equals("complaint");
        boolean solved = line[6].contains("solved");
        CaseDraft draft = new CaseDraft(
                line[2],
                Optional.of(line[3]),
                CasePriority.valueOf(line[4]),
                line[7],
                "",
                Optional.of(people.customers().get(Integer.parseInt(line[0]))),
                Optional.empty(),
                people.agent(line[5]),
                Optional.empty(),
                complaint ? Optional.of(DemoOrders.product(0)) : Optional.empty(),
                complaint && solved ? Optional.of("Our mistake") : Optional.empty(),
                complaint && solved ? Optional.of("Apology and a credit note") : Optional.empty());
        Case made = Cases.insert(session, id, draft, opened);
        if (!line[6].isEmpty()) {
            move(made, line[6].split(","));
        }
    }

    private void move(Case made, String... steps) {
        CaseStore store = new CaseStore(session);
        CaseType type = store.type(made.type());
        Pace pace = store.pace(type, made.priority());
        Instant at = made.openedAt();
        Case present = made;
        for (String step : steps) {
            String[] words = step.strip().split(" ");
            at = at.plus(Duration.ofHours(Integer.parseInt(words[1])));
            Progress to = present.progress()
                    .moved(type.state(words[0]).orElseThrow(), pace, at)
                    .answered(pace, at);
            present = store.progressed(present, to, pace, at);
        }
    }
}
