package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangTest {
    @ParameterizedTest
    @CsvSource({"14, 10, 180, 0.174132, 7.836, 0.888350", "55, 50, 225, 0.384547, 17.305, 0.753436"})
    @DisplayName("Erlang C has the values of the books")
    void erlangC(int agents, double load, double handle, double waits, double asa, double inTime) {
        Erlang found = Erlang.c(agents, load, handle, 20);
        assertThat(found.waits()).isEqualTo(waits, within(1e-6));
        assertThat(found.answerWait()).isEqualTo(asa, within(1e-3));
        assertThat(found.serviceLevel()).isEqualTo(inTime, within(1e-6));
    }

    @Test
    @DisplayName("Erlang A has the values of its recursion")
    void erlangA() {
        Erlang found = Erlang.a(50, 50, 180, 120, 20, 5);
        assertThat(found.waits()).isEqualTo(0.470406, within(1e-6));
        assertThat(found.meanWait()).isEqualTo(7.439, within(1e-3));
        assertThat(found.abandons()).isEqualTo(0.061991, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"50, 50, 180, 120", "10, 12, 300, 60", "20, 17, 240, 600", "3, 0.5, 100, 30"})
    @DisplayName("Erlang A agrees with the integral over the wait's density")
    void erlangAByIntegral(int agents, double load, double handle, double patience) {
        Erlang found = Erlang.a(agents, load, handle, patience, 20, 5);
        Density density = new Density(agents, load, handle, patience);
        assertThat(found.waits()).isEqualTo(density.integral(0, 4_000, Density.ALL), within(1e-6));
        assertThat(found.inTime()).isEqualTo(1 - found.waits() + density.integral(0, 20, density::stays), within(1e-6));
        double answered = 1 - found.waits() + density.integral(0, 4_000, density::stays);
        assertThat(found.abandons()).isEqualTo(1 - answered, within(1e-6));
        assertThat(found.answerWait())
                .isEqualTo(density.integral(0, 4_000, t -> t * density.stays(t)) / answered, within(1e-4));
        double shortAbandons = density.integral(0, 5, t -> 1 - density.stays(t))
                + density.integral(5, 4_000, t -> 1 - density.stays(5));
        assertThat(found.shortAbandons()).isEqualTo(shortAbandons, within(1e-6));
    }

    @Test
    @DisplayName("with endless patience A is C")
    void becomesC() {
        Erlang patient = Erlang.a(14, 10, 180, 1e7, 20, 5);
        Erlang endless = Erlang.c(14, 10, 180, 20);
        assertThat(patient.waits()).isEqualTo(endless.waits(), within(1e-4));
        assertThat(patient.serviceLevel()).isEqualTo(endless.serviceLevel(), within(1e-4));
    }

    /**
     * Of the wait that somebody with endless patience would have: v(t) = λπ(N−1)·e^(λH(t) − Nμt) with H(t) = (1 − e^(−θt)) ÷ θ
     * (Baccelli and Hebuterne 1981).
     */
    private record Density(int agents, double load, double handle, double patience) {
        static final java.util.function.DoubleUnaryOperator ALL = t -> 1;
        private static final int STEPS = 400_000;

        double integral(double from, double to, java.util.function.DoubleUnaryOperator weight) {
            double sum = raw(from, to, weight);
            // States below N, in units of π(N−1).
            return load / handle * sum / (1 / Erlang.b(agents - 1, load) + load / handle * raw(0, 4_000, ALL));
        }

        private double raw(double from, double to, java.util.function.DoubleUnaryOperator weight) {
            double step = (to - from) / STEPS;
            double sum = 0;
            for (int i = 0; i <= STEPS; i++) {
                double t = from + i * step;
                double simpson = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
                sum += simpson * at(t) * weight.applyAsDouble(t);
            }
            return sum * step / 3;
        }

        private double at(double t) {
            double gone = patience * -Math.expm1(-t / patience);
            return Math.exp(load / handle * gone - agents / handle * t);
        }

        double stays(double t) {
            return Math.exp(-t / patience);
        }
    }
}
