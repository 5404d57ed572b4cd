package io.ahoy.router.sim;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes, by chance. Written with {@link StrictMath}, so that a seed means the same on every machine. */
public sealed interface Spread {
    Duration draw(RandomGenerator chance);

    Duration mean();

    record Fixed(Duration mean) implements Spread {
        @Override
        public Duration draw(RandomGenerator chance) {
            return mean;
        }
    }

    record Exponential(Duration mean) implements Spread {
        @Override
        public Duration draw(RandomGenerator chance) {
            return millis(mean.toMillis() * exponential(chance));
        }
    }

    /** Many of middling length and a few long ones, as conversations are. */
    record Lognormal(Duration mean, Duration deviation) implements Spread {
        @Override
        public Duration draw(RandomGenerator chance) {
            double ratio = (double) deviation.toMillis() / mean.toMillis();
            double variance = StrictMath.log1p(ratio * ratio);
            double middle = StrictMath.log(mean.toMillis()) - variance / 2;
            return millis(StrictMath.exp(middle + StrictMath.sqrt(variance) * normal(chance)));
        }
    }

    /** With mean 1. */
    static double exponential(RandomGenerator chance) {
        return -StrictMath.log1p(-chance.nextDouble());
    }

    /** Box and Muller's; the second of the pair is not kept, so that every draw stands for itself. */
    private static double normal(RandomGenerator chance) {
        double radius = StrictMath.sqrt(2 * exponential(chance));
        return radius * StrictMath.cos(2 * Math.PI * chance.nextDouble());
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(StrictMath.round(millis));
    }
}
