package io.ahoy.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the live tests leave behind, and whom they kill. */
class LiveDataTest {
    @Test
    void onlyAProcessOnTheFolderIsItsDaemon(@TempDir Path folder) throws Exception {
        LiveData data = new LiveData(folder);
        Path pid = folder.resolve("asterisk.pid");
        Files.writeString(pid, "" + ProcessHandle.current().pid());
        assertThat(data.daemon("asterisk.pid")).isEmpty();
        Files.writeString(pid, "999999999");
        assertThat(data.daemon("asterisk.pid")).isEmpty();

        // Waits for a line that never comes.
        Process daemon = new ProcessBuilder("sh", "-c", "read line", folder + "/etc/asterisk.conf").start();
        try {
            Files.writeString(pid, "" + daemon.pid());
            assertThat(data.daemon("asterisk.pid")).contains(daemon.toHandle());
        } finally {
            daemon.destroy();
        }
    }

    @Test
    void theFolderOfARunIsKeptOnlyIfItFailed() throws Exception {
        LiveAhoy ahoy = LiveAhoy.named("folder");
        Files.createDirectories(ahoy.data().folder().resolve("mariadb"));
        ahoy.finish(false);
        assertThat(ahoy.folder()).exists();
        ahoy.finish(true);
        assertThat(ahoy.folder()).doesNotExist();
    }
}
