package io.ahoy.router.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of one benchmark: a table for people, {@code target/bench/<name>.json} for programs. */
public final class BenchReport {
    private final String name;
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();

    public BenchReport(String name) {
        this.name = name;
    }

    public void figure(String figure, double value, String unit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("value", rounded(value));
        row.put("unit", unit);
        figures.put(figure, row);
    }

    /** @param ratio how many times better than the baseline: above 1 is better */
    public void figure(String figure, double value, String unit, double baseline, double ratio) {
        figure(figure, value, unit);
        Map<String, Object> row = new LinkedHashMap<>(figures.getOrDefault(figure, Map.of()));
        row.put("baseline", rounded(baseline));
        row.put("ratio", rounded(ratio));
        figures.put(figure, row);
    }

    public String table() {
        StringBuilder table = new StringBuilder(
                "%-40s %12s %-12s %12s %8s%n".formatted("bench " + name, "value", "unit", "baseline", "ratio"));
        figures.forEach((figure, row) -> table.append("%-40s %12s %-12s %12s %8s%n"
                .formatted(
                        figure,
                        row.get("value"),
                        row.get("unit"),
                        row.getOrDefault("baseline", ""),
                        row.getOrDefault("ratio", ""))));
        return table.toString();
    }

    public Path write(Path folder) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", name);
        report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("machine", machine());
        report.put("figures", figures);
        Path file = Files.createDirectories(folder).resolve(name + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
        return file;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%s %s, %d processors, JDK %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        runtime.availableProcessors(),
                        System.getProperty("java.version"));
    }

    /** Three places: more would be noise. */
    private static double rounded(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a figure, so nothing was measured: " + value);
        }
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }
}
