package io.ahoy.telephony.pbx;

import java.nio.file.Path;

/** Where tests find Asterisk and its templates, and keep what they start. */
final class TestPbx {
    static final Path TOP =
            Path.of(System.getProperty("ahoy.top", "..")).toAbsolutePath().normalize();
    static final Path TEMPLATES = TOP.resolve("config/asterisk");
    /** Nobody listens there, so callers go straight into the line. */
    private static final int NO_AGI = 1;

    private TestPbx() {}

    static PbxSettings settings(Path folder) {
        return PbxSettings.onLoopback(AsteriskHome.provision(TEMPLATES), folder, TEMPLATES, NO_AGI);
    }

    static Path folder(String name) {
        return Path.of("target/pbx", name).toAbsolutePath();
    }
}
