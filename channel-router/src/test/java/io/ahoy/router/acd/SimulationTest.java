package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world that is late, repeats itself and contradicts itself. */
class SimulationTest {
    private static final int STEPS = 1_500;

    @Test
    @DisplayName("invariants hold after every step")
    void invariantsHold() {
        int answered = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Chaos chaos = new Chaos(seed);
            Acd acd = Acd.of(Image.EMPTY);
            Tally tally = new Tally();
            try {
                for (int step = 0; step < STEPS; step++) {
                    Chaos.Step next = chaos.next(acd.nextDeadline());
                    tally.before(next, acd.image());
                    List<Output> said = run(acd, next);
                    chaos.heard(said);
                    Image image = acd.image();
                    tally.after(image, said);
                    Invariants.check(image, said, next.now());
                    if (step % 50 == 0) {
                        Invariants.restoresItself(image);
                    }
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + " fails: " + e.getMessage(), e);
            }
            answered += tally.answered();
        }
        assertThat(answered).as("conversations").isGreaterThan(1_000);
    }

    @Test
    @DisplayName("every kind of input came, every kind of output was said, every transition was taken")
    void everythingOccurred() {
        SortedSet<String> occurred = new TreeSet<>();
        for (long seed = 3_000; seed < 3_060; seed++) {
            Chaos chaos = new Chaos(seed);
            Acd acd = new Acd(
                    Image.EMPTY,
                    (lifecycle, from, event) -> occurred.add(lifecycle.name() + ": " + from + " " + event));
            for (int step = 0; step < STEPS; step++) {
                Chaos.Step next = chaos.next(acd.nextDeadline());
                next.input().ifPresent(input -> occurred.add(input.getClass().getSimpleName()));
                List<Output> said = run(acd, next);
                said.forEach(output -> occurred.add(output.getClass().getSimpleName()));
                chaos.heard(said);
            }
        }
        List<String> missing = new ArrayList<>();
        for (Class<?> kind : List.of(Input.class, Output.class)) {
            Arrays.stream(kind.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .filter(name -> !occurred.contains(name))
                    .forEach(missing::add);
        }
        for (Lifecycle<?, ?> lifecycle :
                List.of(InteractionLifecycle.TABLE, OfferLifecycle.TABLE, SeatLifecycle.TABLE, WorkLifecycle.TABLE)) {
            lifecycle.transitions().stream()
                    .map(one -> lifecycle.name() + ": " + one.from() + " " + one.event())
                    .filter(name -> !occurred.contains(name))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 700})
    @DisplayName("a core restored from an image goes on exactly alike")
    void restoredCoreGoesOn(int every) {
        for (long seed = 1_000; seed < 1_010; seed++) {
            Chaos chaos = new Chaos(seed);
            Acd original = Acd.of(Image.EMPTY);
            Acd restored = Acd.of(Image.EMPTY);
            for (int step = 0; step < STEPS; step++) {
                if (step % every == 0) {
                    restored = Acd.of(restored.image());
                }
                Chaos.Step next = chaos.next(original.nextDeadline());
                assertThat(restored.nextDeadline()).isEqualTo(original.nextDeadline());
                List<Output> said = run(original, next);
                chaos.heard(said);
                assertThat(run(restored, next))
                        .as("seed %s, step %s, %s", seed, step, next)
                        .isEqualTo(said);
            }
            assertThat(restored.image()).isEqualTo(original.image());
        }
    }

    @Test
    @DisplayName("a router that looks at everybody makes the same choices")
    void scanningChoosesAlike() {
        for (long seed = 2_000; seed < 2_015; seed++) {
            Chaos chaos = new Chaos(seed);
            Acd fast = Acd.of(Image.EMPTY);
            Acd slow = ScanEverything.router(Image.EMPTY);
            for (int step = 0; step < STEPS; step++) {
                Chaos.Step next = chaos.next(fast.nextDeadline());
                List<Output> said = run(fast, next);
                chaos.heard(said);
                List<Output> alike = run(slow, next);
                if (!ScanEverything.isAlike(alike, said)) {
                    assertThat(alike)
                            .as("seed %s, step %s, %s", seed, step, next)
                            .isEqualTo(said);
                }
            }
        }
    }

    static List<Output> run(Acd acd, Chaos.Step step) {
        Instant now = step.now();
        return step.input().map(input -> acd.apply(input, now)).orElseGet(() -> acd.tick(now));
    }
}
