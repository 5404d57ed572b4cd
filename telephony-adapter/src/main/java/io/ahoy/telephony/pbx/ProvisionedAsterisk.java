package io.ahoy.telephony.pbx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Asterisk started by Ahoy. It runs in a session of its own, so neither Ctrl-C nor the death of the JVM ends a call; the next
 * {@link #start} in the same folder takes it over with its calls.
 */
public final class ProvisionedAsterisk {
    private static final Logger LOG = LoggerFactory.getLogger(ProvisionedAsterisk.class);
    private static final int SECRET_BYTES = 24;

    private final PbxSettings settings;
    private final Secrets secrets;
    private final RunFolder folder;
    private final AsteriskProcess program;
    /** Serialises start, restart and stop, which are nothing but I/O; nobody else ever waits for it. */
    private final ReentrantLock life = new ReentrantLock();

    private volatile ProcessHandle process;
    private volatile List<Phone> phones;
    private boolean stopped;

    /** Made once for a folder and kept in it, so that a running Asterisk and the next Ahoy share them. */
    private record Secrets(String ami, String guest) {}

    private ProvisionedAsterisk(
            PbxSettings settings,
            Secrets secrets,
            RunFolder folder,
            AsteriskProcess program,
            ProcessHandle process,
            List<Phone> phones) {
        this.settings = settings;
        this.secrets = secrets;
        this.folder = folder;
        this.program = program;
        this.process = process;
        this.phones = List.copyOf(phones);
    }

    /**
     * Starts the Asterisk of this folder, or takes over the one that still runs there. It is ready for calls on return.
     *
     * @throws PbxUnusable when that is impossible; the message says why and what to do
     */
    public static ProvisionedAsterisk start(PbxSettings settings, List<Phone> phones) {
        RunFolder folder = new RunFolder(settings.folder());
        try {
            folder.create();
            // Two starts in one folder, say of two terminals, must not both begin an Asterisk.
            try (FileChannel gate = FileChannel.open(
                            settings.folder().resolve("start.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = gate.lock()) {
                LOG.trace("Holding {}", held);
                return startAlone(settings, folder, phones);
            }
        } catch (IOException failure) {
            throw new PbxUnusable(
                    "Asterisk cannot use its folder " + settings.folder() + ": " + failure
                            + ". Make it writable for this user, or set another data folder.",
                    failure);
        }
    }

    /** What the Asterisk listens on that still runs in this folder, if one does: {@link #start} takes it over, or ends it. */
    public static Set<Integer> portsHeldIn(Path folder) {
        RunFolder home = new RunFolder(folder);
        try {
            if (home.running().isEmpty()) {
                return Set.of();
            }
            Properties known = home.properties();
            return Stream.of("sip.port", "ws.port", "ami.port")
                    .map(name -> port(known, name, 0))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            // Told by start(), in words.
            return Set.of();
        }
    }

    private static ProvisionedAsterisk startAlone(PbxSettings wanted, RunFolder folder, List<Phone> phones)
            throws IOException {
        AsteriskProcess program = new AsteriskProcess(wanted.home(), folder);
        Properties known = folder.properties();
        Secrets secrets = new Secrets(
                known.getProperty("ami.secret", newSecret()), known.getProperty("webguest.secret", newSecret()));
        folder.linkSounds(wanted.templates(), wanted.home());

        Optional<ProcessHandle> running = folder.running();
        if (running.isPresent()) {
            PbxSettings same = withPortsOf(known, wanted);
            if (folder.holds(files(same, secrets, folder)) && program.isReady(running.get())) {
                LOG.info(
                        "Taking over the Asterisk that still runs, process {}",
                        running.get().pid());
                ProvisionedAsterisk taken =
                        new ProvisionedAsterisk(same, secrets, folder, program, running.get(), List.of());
                taken.reloadPhones(phones);
                return taken;
            }
            LOG.warn(
                    "Asterisk still runs with other settings: ending it, and its calls, to start it with the present ones");
            program.end(running.get());
        }

        PbxSettings settled = Ports.settle(wanted);
        folder.write(properties(settled, secrets));
        ProcessHandle process = launch(settled, secrets, folder, program, phones);
        return new ProvisionedAsterisk(settled, secrets, folder, program, process, phones);
    }

    private static ProcessHandle launch(
            PbxSettings settings, Secrets secrets, RunFolder folder, AsteriskProcess program, List<Phone> phones)
            throws IOException {
        Map<String, String> files = files(settings, secrets, folder);
        files.putAll(PhoneFiles.of(phones, settings.bench()));
        folder.write(files);
        ProcessHandle process = program.launch();
        LOG.info("Asterisk is ready, process {}, SIP on {}:{}", process.pid(), settings.sipHost(), settings.sipPort());
        return process;
    }

    /** Starts Asterisk again if it has died; its calls are lost. For a watchdog. */
    public void ensureUp() {
        life.lock();
        try {
            if (stopped || process.isAlive()) {
                return;
            }
            LOG.warn("Asterisk, process {}, has died; starting it again", process.pid());
            Ports.settle(settings);
            process = launch(settings, secrets, folder, program, phones);
        } catch (IOException failure) {
            throw new PbxUnusable("Asterisk cannot be started again: " + failure, failure);
        } finally {
            life.unlock();
        }
    }

    /** From now on these are the agents' phones. Conversations go on, also of phones that are gone. */
    public void reloadPhones(List<Phone> now) {
        life.lock();
        try {
            Map<String, String> files = PhoneFiles.of(now, settings.bench());
            phones = List.copyOf(now);
            if (folder.holds(files)) {
                return;
            }
            folder.update(files);
            program.command("module reload res_pjsip.so");
            program.command("dialplan reload");
            if (settings.bench()) {
                program.command("queue reload all");
            }
        } catch (IOException failure) {
            throw new PbxUnusable("The agents' phones cannot be written: " + failure, failure);
        } finally {
            life.unlock();
        }
    }

    /** Ends Asterisk and every call. Harmless the second time. */
    public void stop() {
        life.lock();
        try {
            stopped = true;
            program.end(process);
        } finally {
            life.unlock();
        }
    }

    /** Whether it runs and answers. */
    public boolean isUp() {
        return program.isReady(process);
    }

    public long pid() {
        return process.pid();
    }

    public String amiHost() {
        return "127.0.0.1";
    }

    public int amiPort() {
        return settings.amiPort();
    }

    public String amiUser() {
        return PbxSettings.AMI_USER;
    }

    public String amiSecret() {
        return secrets.ami();
    }

    public String sipHost() {
        return settings.sipHost();
    }

    public int sipPort() {
        return settings.sipPort();
    }

    public int websocketPort() {
        return settings.websocketPort();
    }

    /** Password of {@code webguest}, the account of every customer's browser. */
    public String guestSecret() {
        return secrets.guest();
    }

    /** All files but the phones'. */
    private static Map<String, String> files(PbxSettings settings, Secrets secrets, RunFolder folder)
            throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("etc", folder.etc().toString());
        values.put("modules", settings.home().modules().toString());
        values.put("data", folder.data().toString());
        values.put("run", folder.run().toString());
        values.put("log", folder.log().toString());
        values.put("sip.host", settings.sipHost());
        values.put("sip.port", Integer.toString(settings.sipPort()));
        values.put("ws.port", Integer.toString(settings.websocketPort()));
        values.put("rtp.first", Integer.toString(settings.rtpFirst()));
        values.put("rtp.last", Integer.toString(settings.rtpLast()));
        values.put("ami.port", Integer.toString(settings.amiPort()));
        values.put("ami.user", PbxSettings.AMI_USER);
        values.put("ami.secret", secrets.ami());
        values.put("agi.host", settings.agiHost());
        values.put("agi.port", Integer.toString(settings.agiPort()));
        values.put("trunk", settings.trunk().name());
        values.put("trunk.address", settings.trunk().address());
        values.put("trunk.match", settings.trunk().match());
        values.put("webguest.secret", secrets.guest());
        Templates templates = new Templates(values);
        Map<String, String> files = new TreeMap<>(templates.render(settings.templates()));
        if (settings.bench()) {
            files.putAll(templates.render(settings.templates().resolve("bench")));
        }
        return files;
    }

    private static Properties properties(PbxSettings settings, Secrets secrets) {
        Properties properties = new Properties();
        properties.setProperty("sip.host", settings.sipHost());
        properties.setProperty("sip.port", Integer.toString(settings.sipPort()));
        properties.setProperty("ws.port", Integer.toString(settings.websocketPort()));
        properties.setProperty("ami.port", Integer.toString(settings.amiPort()));
        properties.setProperty("ami.secret", secrets.ami());
        properties.setProperty("webguest.secret", secrets.guest());
        return properties;
    }

    /** Where any port will do, the ones in use are right. */
    private static PbxSettings withPortsOf(Properties known, PbxSettings wanted) {
        return wanted.withPorts(
                port(known, "sip.port", wanted.sipPort()),
                port(known, "ws.port", wanted.websocketPort()),
                port(known, "ami.port", wanted.amiPort()));
    }

    private static int port(Properties known, String name, int wanted) {
        String value = known.getProperty(name, "");
        return wanted == 0 && value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : wanted;
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
