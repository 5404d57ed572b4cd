package io.ahoy.crm.store;

import java.nio.file.Path;

public final class EmbeddedMariaDb {
    private EmbeddedMariaDb() {}

    public static EmbeddedMariaDb start(Path folder, int port) {
        throw new IllegalStateException("" + folder + port);
    }

    public String url() {
        return "";
    }

    public String url(String schema) {
        return schema;
    }

    public String user() {
        return "";
    }

    public String password() {
        return "";
    }

    public int port() {
        return 0;
    }

    public long pid() {
        return 0;
    }

    public void ensureUp() {}

    public void stop() {}
}
