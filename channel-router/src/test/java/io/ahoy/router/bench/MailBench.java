package io.ahoy.router.bench;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Afterwards;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.Configuration;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.AccessTokens;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.Dovecot;
import io.ahoy.router.channel.email.EmailChannel;
import io.ahoy.router.channel.email.FakeRouter;
import io.ahoy.router.channel.email.MailServers;
import io.ahoy.router.channel.email.arrive.Rules;
import io.ahoy.router.channel.email.reply.ReplyTexts;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * How fast mails come from their mailbox to the router: at a Dovecot over TLS, with the real database and disk. The router itself takes
 * everything at once; its own time is measured by the bench of routing. {@code ./ahoy bench mail 20000}
 */
public final class MailBench {
    private static final long SEED = 20_260_105;
    private static final int QUOTA_MEGABYTES = 10_000;
    private static final int SINGLE_MAILS = 100;
    private static final int READ_BYTES = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final int mails;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final MailServers servers = new MailServers(new AccessTokens(InstantSource.system()));

    private MailBench(int mails) {
        this.mails = mails;
    }

    /** @param args how many mails; 20,000 if nothing is said */
    public static void main(String[] args) throws Exception {
        int mails = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        BenchReport report = new BenchReport("mail");
        new MailBench(mails).measure(report);
        System.out.print(report.table());
        report.write(Path.of("target", "bench"));
    }

    private void measure(BenchReport report) throws Exception {
        new ReadingFigures(html -> text(0, html, READ_BYTES)).report(report);
        Path blobs = Path.of("target", "bench-mail-blobs");
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-bench"), 0);
        try (Dovecot dovecot = Dovecot.start(QUOTA_MEGABYTES);
                Db db = Db.open(mariaDb.emptyUrl("ahoy_mail_bench"), mariaDb.user(), mariaDb.password(), 8)) {
            Mailbox box = dovecot.imap("bench", Afterwards.MARK);
            fetchAll(box);
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; i < mails; i++) {
                all.add(mail(i));
            }
            dovecot.deliver("bench", all);
            // The rest of the run is not to keep them in memory.
            all.clear();
            double fetched = perSecond(mails, fetchAll(box));
            FakeRouter router = new FakeRouter();
            try (EmailChannel channel = channel(db, new Blobs(blobs), box)) {
                Instant began = Instant.now();
                channel.start(router);
                waitFor(router, mails);
                double pipeline = perSecond(mails, Duration.between(began, Instant.now()));
                report.figure("pipeline_per_s", pipeline, "mails/s");
                report.figure("fetch_per_s", fetched, "mails/s");
                report.figure("pipeline_vs_fetch", pipeline / fetched, "");
                singly(report, dovecot, box, router);
            }
        } finally {
            mariaDb.stop();
        }
        report.figure("heap_peak_mb", heapPeakMegabytes(), "MB");
    }

    /**
     * One after the other, each when the one before has come to the router. Beside it stands a client that only waits by IDLE: the server
     * itself takes half a second to tell of a mail, so that what Ahoy adds is the difference.
     */
    private void singly(BenchReport report, Dovecot dovecot, Mailbox box, FakeRouter router) throws Exception {
        List<Double> told = new ArrayList<>();
        List<Double> arrived = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        try (Idler idler = new Idler(servers, box)) {
            for (int i = 0; i < SINGLE_MAILS; i++) {
                int before = router.count();
                int noticed = idler.count();
                long began = System.nanoTime();
                dovecot.deliver("bench", List.of(mail(mails + i)));
                waitFor(router, before + 1);
                double millis = (System.nanoTime() - began) / 1e6;
                double notice = (idler.after(noticed, LIMIT) - began) / 1e6;
                arrived.add(millis);
                told.add(notice);
                added.add(millis - notice);
            }
        }
        quantiles(report, "arrival_to_router", arrived);
        quantiles(report, "idle_notice_alone", told);
        quantiles(report, "added_to_notice", added);
    }

    private static void quantiles(BenchReport report, String name, List<Double> millis) {
        millis.sort(Double::compare);
        report.figure(name + "_p50_ms", millis.get(SINGLE_MAILS / 2), "ms");
        report.figure(name + "_p99_ms", millis.get(SINGLE_MAILS * 99 / 100), "ms");
    }

    private static EmailChannel channel(Db db, Blobs blobs, Mailbox box) {
        return new EmailChannel(new EmailChannel.Ground(
                db,
                blobs,
                List.of(box),
                Certificates.NONE,
                Rules.NONE,
                Grants.NONE,
                new ReplyTexts("Bench", ZoneOffset.UTC, new Configuration(Map.of())),
                ZoneOffset.UTC,
                20,
                Duration.ZERO,
                InstantSource.system(),
                mail -> {}));
    }

    /** A client that only fetches, in the same steps. */
    private Duration fetchAll(Mailbox box) throws Exception {
        Instant began = Instant.now();
        try (Store store = servers.open(box.receiving());
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            Message[] found = folder.getMessages();
            FetchProfile flags = new FetchProfile();
            flags.add(FetchProfile.Item.FLAGS);
            folder.fetch(found, flags);
            for (Message message : found) {
                try (InputStream raw = ((IMAPMessage) message).getMimeStream()) {
                    raw.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return Duration.between(began, Instant.now());
    }

    private static void waitFor(FakeRouter router, int count) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (router.count() < count) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "only " + router.count() + " of " + count + " mails came to the router");
            }
            Thread.sleep(1);
        }
    }

    /** Most are short, some long; each person writes about ten. */
    private byte[] mail(int number) {
        int size = random.nextInt(10) == 0 ? 20_000 + random.nextInt(80_000) : 300 + random.nextInt(3_000);
        return text(number, random.nextInt(3) == 0, size).getBytes(StandardCharsets.UTF_8);
    }

    private String text(int number, boolean html, int size) {
        StringBuilder text = new StringBuilder(
                """
                From: Person %1$d <person%1$d@mail.example>
                To: bench@shop.example
                Date: Mon, 05 Jan 2026 08:00:00 +0000
                Message-ID: <%2$d@bench.example>
                Subject: Question %2$d
                MIME-Version: 1.0
                Content-Type: text/%3$s; charset=utf-8

                """.formatted(random.nextInt(Math.max(1, mails / 10)), number, html ? "html" : "plain"));
        while (text.length() < size) {
            text.append(html ? "<p>" : "")
                    .append("Where is my parcel? It should have come on Monday, number ")
                    .append(random.nextInt(100_000))
                    .append(html ? ".</p>\n" : ".\n");
        }
        return text.toString().replace("\n", "\r\n");
    }

    private static double perSecond(long count, Duration in) {
        return count / (in.toNanos() / 1e9);
    }

    private static double heapPeakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1e6;
    }
}
