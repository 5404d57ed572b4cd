package io.ahoy.router.shell;

import io.ahoy.crm.store.Db;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A router of its own process that takes arrivals as fast as it can, says which it has confirmed, and goes on until it is killed. */
public final class KilledRouter {
    private static final int UNDER_WAY = 2_000;

    private KilledRouter() {}

    /** @param arguments address, user and password of the database, the domain */
    public static void main(String[] arguments) throws Exception {
        PrintStream confirmed = System.out;
        Db db = Db.open(arguments[0], arguments[1], arguments[2], 4);
        RouterShell router = RouterShell.start(
                SmallFloor.settings(Duration.ofMinutes(5), new RouterListener() {}),
                journal(db, arguments[3]),
                RouterTime.system(),
                List.of());
        Semaphore room = new Semaphore(UNDER_WAY);
        for (int number = 0; ; number++) {
            room.acquire();
            InteractionId id = new InteractionId(new UUID(1, number));
            var unused = router.submit(new Input.Arrived(id, Channel.VOICE, new QueueId("sales"), Instant.now()))
                    .thenRun(() -> {
                        confirmed.println(id);
                        room.release();
                    });
        }
    }

    static MariaDbJournal journal(Db db, String domain) {
        return new MariaDbJournal(db::ownConnection, domain, "here", Duration.ofSeconds(20));
    }
}
