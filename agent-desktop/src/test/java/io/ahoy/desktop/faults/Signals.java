package io.ahoy.desktop.faults;

import java.io.IOException;

/** Signals of POSIX, which Java cannot send. */
final class Signals {
    private Signals() {}

    /** @param signal {@code STOP} freezes, {@code CONT} lets go on */
    static void send(String signal, ProcessHandle to) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(to.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + signal + " " + to.pid() + " exited with " + exit);
        }
    }
}
