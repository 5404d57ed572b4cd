package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Simulate simulate = new Simulate(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    @DisplayName("prints theory beside what was simulated")
    void erlang() {
        assertThat(simulate.run("--erlang-c", "14", "--arrivals-per-hour", "200", "--aht", "3m", "--hours", "20"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("10.00 Erlang")
                .containsPattern("P\\(wait\\) +[0-9.]+ % +[0-9.]+ % +17\\.41 %")
                .containsPattern("ASA +[0-9.]+ s +[0-9.]+ s +7\\.84 s")
                .containsPattern("service level, 20\\.0 s +[0-9.]+ % +[0-9.]+ % +88\\.84 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--erlang-c 14 --help", "--scenario -h"})
    @DisplayName("explains itself wherever help is asked for")
    void help(String arguments) {
        assertThat(simulate.run(arguments.split(" ", -1))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: ./ahoy simulate");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | say what to simulate",
                "--erlang-c 14 | --arrivals-per-hour is missing",
                "--erlang-c 14 --arrivals-per-hour 200 --aht never | --aht is \"never\", but must be seconds",
                "--erlang-c 10 --arrivals-per-hour 200 --aht 180 | take at least 11 agents or give --patience",
                "--erlang-c 14 --arivals-per-hour 200 | did you mean \"arrivals-per-hour\"?",
                "--erlang-c | --erlang-c needs a value",
                "--scenario= | --scenario needs a value",
                "--scenario x.yaml --aht 3 | --aht does not go with --scenario",
                "--scenario nowhere.yaml | nowhere.yaml: there is no such file; check the path",
                "--scenario x.yaml --days 0 | --days is \"0\", but must be a whole number from 1",
                "fast | \"fast\" stands alone",
            })
    @DisplayName("says what is wrong with the arguments, and nothing else")
    void wrongArguments(String arguments, String message) {
        assertThat(simulate.run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).hasLineCount(1);
        assertThat(out.size()).isZero();
    }
}
