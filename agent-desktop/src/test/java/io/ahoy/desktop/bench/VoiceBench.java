package io.ahoy.desktop.bench;

import static org.awaitility.Awaitility.await;

import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.PhoneCall;
import io.ahoy.desktop.live.PhoneManner;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippPhones;
import io.ahoy.router.bench.BenchReport;
import io.ahoy.telephony.pbx.AsteriskHome;
import io.ahoy.telephony.pbx.PbxSettings;
import io.ahoy.telephony.pbx.Phone;
import io.ahoy.telephony.pbx.ProvisionedAsterisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An agent becomes free while callers wait: how long until his phone is called? Ahoy and Asterisk's own app_queue on the same
 * Asterisk, with the same phones and the same callers, one after the other. All traffic stays on loopback.
 */
final class VoiceBench {
    private static final int AGENTS = 20;
    private static final int CALLERS = 200;
    private static final int FIRST_EXTENSION = 2001;
    private static final int CALLS_PER_SECOND = 20;
    private static final Duration CONVERSATION = Duration.ofSeconds(2);
    /** Looking reads all that the phones have said so far, on the machine that is measured. */
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final String CENTRE = "500";
    private static final String PEER = "600";
    private static final int[] LOADS = {10, 20, 30, 40, 60, 80};
    private static final int LOAD_SECONDS = 10;
    private static final double FAILED_SHARE = 0.01;
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final int SINGLE_CALLS = 20;

    private final Path folder;
    private final Map<String, String> secrets = new TreeMap<>();
    private final BenchReport report = new BenchReport("voice");

    private VoiceBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path top = Path.of(System.getProperty("ahoy.top", ".")).toAbsolutePath().normalize();
        Path folder = Files.createDirectories(top.resolve("target/bench"));
        VoiceBench bench = new VoiceBench(Files.createTempDirectory(folder, "voice-"));
        bench.run(top.resolve("config/asterisk"));
        System.out.println(bench.report.table());
        System.out.println("written to " + bench.report.write(folder));
    }

    private void run(Path templates) throws IOException {
        IntStream.range(0, AGENTS).forEach(i -> secrets.put("" + (FIRST_EXTENSION + i), "bench-secret-" + i));
        List<Phone> phones = secrets.entrySet().stream()
                .map(entry -> new Phone(entry.getKey(), entry.getValue(), entry.getValue() + "-web"))
                .toList();
        LiveAhoy ahoy = LiveAhoy.named("bench").withAgents(AGENTS).withoutMenu("quick");
        PbxSettings settings = PbxSettings.onLoopback(
                        AsteriskHome.provision(templates),
                        folder.resolve("asterisk"),
                        templates,
                        ahoy.ports().agi())
                .withBench();
        ProvisionedAsterisk asterisk = ProvisionedAsterisk.start(settings, phones);
        try (ahoy) {
            Quantiles peer = peer(asterisk);
            startOn(ahoy, asterisk);
            List<AgentClient> agents = signIn(ahoy);
            try {
                idle(asterisk, agents);
                // The load comes first, so that the line is measured on a program as warm as one that has run since
                // morning.
                load(asterisk, agents);
                line(ahoy, asterisk, agents, peer);
            } finally {
                agents.forEach(AgentClient::close);
            }
        } finally {
            asterisk.stop();
        }
    }

    private static void startOn(LiveAhoy ahoy, ProvisionedAsterisk asterisk) {
        ahoy.with("AHOY_VOICE_PBX", "external")
                .with("AHOY_VOICE_AMI_HOST", asterisk.amiHost())
                .with("AHOY_VOICE_AMI_PORT", "" + asterisk.amiPort())
                .with("AHOY_VOICE_AMI_USER", asterisk.amiUser())
                .with("AHOY_VOICE_AMI_SECRET", asterisk.amiSecret())
                .with("AHOY_VOICE_WEBSOCKET_URL", "ws://127.0.0.1:" + asterisk.websocketPort() + "/ws")
                .start();
    }

    private static List<AgentClient> signIn(LiveAhoy ahoy) {
        List<AgentClient> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(ahoy.signIn("agent" + (FIRST_EXTENSION + i)).withPhone());
        }
        return agents;
    }

    // ---- the peer

    private Quantiles peer(ProvisionedAsterisk asterisk) throws IOException {
        say("app_queue: %d agents, %d callers, conversations of %d s", AGENTS, CALLERS, CONVERSATION.toSeconds());
        try (SippPhones phones = phones(asterisk, "peer-phones", CONVERSATION);
                SippCallers callers = callers(asterisk, "peer-callers", PEER, CALLERS, CALLS_PER_SECOND)) {
            CentreRun run = finished(phones, callers, CALLERS);
            Quantiles gaps = Quantiles.ofMillis(run.freedToInvite());
            report.figure("app_queue_out_of_order", run.outOfOrder(), "calls");
            return gaps;
        }
    }

    // ---- Ahoy

    /** One call at a time while everybody is free. */
    private void idle(ProvisionedAsterisk asterisk, List<AgentClient> agents) throws IOException {
        say("Ahoy: %d single calls to free agents", SINGLE_CALLS);
        agents.forEach(AgentClient::ready);
        List<Duration> times = new ArrayList<>();
        try (SippPhones phones = phones(asterisk, "idle-phones", Duration.ofMillis(200))) {
            for (int i = 0; i < SINGLE_CALLS; i++) {
                int before = i;
                try (SippCallers caller = callers(asterisk, "idle-caller-" + i, CENTRE, 1, 1)) {
                    await().atMost(AT_MOST)
                            .until(() ->
                                    phones.calls().size() > before && phones.talking() == 0 && caller.onTheLine() == 0);
                    PhoneCall call = phones.calls().get(before);
                    times.add(Duration.between(caller.get(0).answeredAt().orElseThrow(), call.invitedAt()));
                }
            }
        }
        Quantiles arrival = Quantiles.ofMillis(times);
        report.figure("arrival_to_invite_p50_ms", arrival.p50(), "ms");
        report.figure("arrival_to_invite_p99_ms", arrival.p99(), "ms");
        agents.forEach(agent -> agent.onBreak("training"));
    }

    private void line(LiveAhoy ahoy, ProvisionedAsterisk asterisk, List<AgentClient> agents, Quantiles peer)
            throws IOException {
        say("Ahoy: %d agents, %d callers, conversations of %d s", AGENTS, CALLERS, CONVERSATION.toSeconds());
        ProcessUse idle = ProcessUse.of(ahoy.process());
        try (SippPhones phones = phones(asterisk, "phones", CONVERSATION);
                SippCallers callers = callers(asterisk, "callers", CENTRE, CALLERS, CALLS_PER_SECOND)) {
            await().atMost(AT_MOST).until(() -> callers.onTheLine() == CALLERS);
            ProcessUse before = ProcessUse.of(ahoy.process());
            await().pollDelay(WATCHED).atMost(WATCHED.plusSeconds(5)).until(() -> true);
            ProcessUse after = ProcessUse.of(ahoy.process());
            double minutes = WATCHED.toSeconds() / 60.0;
            double hundreds = CALLERS / 100.0;
            report.figure(
                    "cpu_s_per_100_waiting_minute",
                    (after.processorSeconds() - before.processorSeconds()) / minutes / hundreds,
                    "s");
            report.figure(
                    "resident_mib_per_100_waiting",
                    (after.residentMebibytes() - idle.residentMebibytes()) / hundreds,
                    "MiB");
            agents.forEach(AgentClient::ready);
            CentreRun run = finished(phones, callers, CALLERS);
            Quantiles gaps = Quantiles.ofMillis(run.freedToInvite());
            report.figure("freed_to_invite_p50_ms", gaps.p50(), "ms", peer.p50(), peer.p50() / gaps.p50());
            report.figure("freed_to_invite_p99_ms", gaps.p99(), "ms", peer.p99(), peer.p99() / gaps.p99());
            report.figure("freed_to_invite_count", gaps.count(), "times");
            report.figure("app_queue_freed_to_invite_count", peer.count(), "times");
            report.figure("out_of_order", run.outOfOrder(), "calls");
            report.figure("not_exactly_once", run.notExactlyOnce(), "calls");
        }
    }

    /** Rising load with short conversations, until one call in a hundred finds nobody. */
    private void load(ProvisionedAsterisk asterisk, List<AgentClient> agents) throws IOException {
        agents.forEach(AgentClient::ready);
        int highest = 0;
        for (int perSecond : LOADS) {
            int count = perSecond * LOAD_SECONDS;
            say("Ahoy: %d calls a second for %d s", perSecond, LOAD_SECONDS);
            try (SippPhones phones = phones(asterisk, "load-phones-" + perSecond, Duration.ofMillis(100));
                    SippCallers callers = callers(asterisk, "load-callers-" + perSecond, CENTRE, count, perSecond)) {
                await().pollDelay(Duration.ofSeconds(LOAD_SECONDS + 10L))
                        .atMost(AT_MOST)
                        .until(() -> true);
                CentreRun run = new CentreRun(phones.calls(), callers.all());
                double failed = 1 - (double) run.answered() / count;
                callers.hangUpAll();
                if (failed >= FAILED_SHARE) {
                    break;
                }
                highest = perSecond;
            }
        }
        report.figure("calls_per_s_under_1_percent_failed", highest, "calls/s");
        agents.forEach(agent -> agent.onBreak("training"));
    }

    // ---- parts

    private CentreRun finished(SippPhones phones, SippCallers callers, int count) {
        await().atMost(AT_MOST).pollInterval(SELDOM).until(() -> ended(phones) >= count);
        return new CentreRun(phones.calls(), callers.all());
    }

    private static long ended(SippPhones phones) {
        return phones.calls().stream()
                .filter(call -> call.answeredAt().isPresent() && call.endedAt().isPresent())
                .count();
    }

    private SippPhones phones(ProvisionedAsterisk asterisk, String name, Duration talk) throws IOException {
        Path logs = Files.createDirectories(folder.resolve(name));
        return SippPhones.register(
                logs, asterisk.sipPort(), secrets, PhoneManner.answersAndTalks(Duration.ofMillis(1), talk));
    }

    private SippCallers callers(ProvisionedAsterisk asterisk, String name, String dialled, int count, int perSecond)
            throws IOException {
        List<String> numbers = IntStream.range(0, count)
                .mapToObj(i -> "+4930" + (2_000_000 + i))
                .toList();
        return SippCallers.callSilently(
                Files.createDirectories(folder.resolve(name)), asterisk.sipPort(), dialled, numbers, perSecond);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
