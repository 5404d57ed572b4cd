package io.ahoy.desktop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel has counted for one process (proc(5)). */
record ProcessUse(double processorSeconds, double residentMebibytes) {
    /** USER_HZ, fixed at 100 for every program on Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static ProcessUse of(ProcessHandle process) {
        Path folder = Path.of("/proc", String.valueOf(process.pid()));
        try {
            String stat = Files.readString(folder.resolve("stat"));
            // The program's name stands in brackets and may hold spaces; the counters come after it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[SYSTEM_TIME]);
            return new ProcessUse(ticks / TICKS_PER_SECOND, residentKibibytes(folder) / 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double residentKibibytes(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
