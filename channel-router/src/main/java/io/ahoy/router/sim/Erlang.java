package io.ahoy.router.sim;

/**
 * What queueing theory says of one queue with Poisson arrivals, exponential talk times and N agents: Erlang C, and Erlang A (Palm 1957)
 * where customers have an exponential patience. All of an arriving customer, in the long run; times in seconds.
 *
 * @param waits the share who wait
 * @param meanWait of everybody, those who leave included
 * @param answerWait the mean wait of those who are answered (ASA)
 * @param inTime the share who are answered within the threshold T
 * @param abandons the share who leave
 * @param shortAbandons the share who leave before the short-abandon threshold S
 */
public record Erlang(
        double waits, double meanWait, double answerWait, double inTime, double abandons, double shortAbandons) {
    /** Beyond it a state is too rare to count. */
    private static final double NEGLIGIBLE = 1e-18;

    /** By METRICS.md: answered in time ÷ (offered − short abandons). */
    public double serviceLevel() {
        return inTime / (1 - shortAbandons);
    }

    /**
     * Nobody leaves.
     *
     * @param load in Erlang, less than the agents
     */
    public static Erlang c(int agents, double load, double handleSeconds, double thresholdSeconds) {
        if (load >= agents) {
            throw new IllegalArgumentException("a load of " + load + " grows without end before " + agents + " agents");
        }
        double blocked = b(agents, load);
        double waits = blocked / (1 - load / agents * (1 - blocked));
        double drain = (agents - load) / handleSeconds;
        double wait = waits / drain;
        return new Erlang(waits, wait, wait, 1 - waits * Math.exp(-drain * thresholdSeconds), 0, 0);
    }

    /** Erlang B by its recursion: B(0) = 1, B(n) = aB(n−1) ÷ (n + aB(n−1)). */
    static double b(int agents, double load) {
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }

    /**
     * Customers leave after an exponential patience. The states are those of a birth and death process: with n in the centre one comes
     * at λ and one goes at min(n, N)μ + max(n − N, 0)θ.
     */
    public static Erlang a(
            int agents,
            double load,
            double handleSeconds,
            double patienceSeconds,
            double thresholdSeconds,
            double shortSeconds) {
        double arrival = load / handleSeconds;
        double service = agents / handleSeconds;
        double leaving = 1 / patienceSeconds;
        // Unnormalised: 1 for "all agents busy, nobody waits", and what lies below it from Erlang B.
        double below = 1 / b(agents, load) - 1;
        Sums sums = new Sums(service / leaving, leaving, thresholdSeconds, shortSeconds);
        double state = 1;
        for (int ahead = 0; state > NEGLIGIBLE * (sums.all + below) || ahead < load - agents; ahead++) {
            sums.add(state, ahead);
            state *= arrival / (service + (ahead + 1) * leaving);
        }
        return sums.over(sums.all + below, arrival, leaving);
    }

    /**
     * Over the states in which one waits. With k ahead of him he waits for k + 1 departures, at rates θ(c + j) for j = 0 … k and
     * c = Nμ ÷ θ; so e^(−θV) has the Beta distribution with c and k + 1, whose incomplete integral grows by one term from k to k + 1.
     */
    private static final class Sums {
        private final double c;
        private final double leaving;
        private final Beta served;
        private final Beta before;
        private final double survivesShort;
        private double all;
        private double ahead;
        private double answered;
        private double answeredInTime;
        private double waitOfAnswered;
        private double answeredBeforeShort;
        private double overBeforeShort;
        private double waitIfAnswered;
        private final Beta servedShort;

        Sums(double c, double leaving, double thresholdSeconds, double shortSeconds) {
            this.c = c;
            this.leaving = leaving;
            // Seen from those who are answered every rate is greater by θ.
            this.served = new Beta(c + 1, leaving * thresholdSeconds);
            this.servedShort = new Beta(c + 1, leaving * shortSeconds);
            this.before = new Beta(c, leaving * shortSeconds);
            this.survivesShort = Math.exp(-leaving * shortSeconds);
        }

        void add(double weight, int k) {
            double stays = c / (c + k + 1);
            waitIfAnswered += 1 / (leaving * (c + 1 + k));
            all += weight;
            ahead += weight * k;
            answered += weight * stays;
            waitOfAnswered += weight * stays * waitIfAnswered;
            answeredInTime += weight * stays * served.next();
            answeredBeforeShort += weight * stays * servedShort.next();
            overBeforeShort += weight * (1 - (1 - before.next()) * survivesShort);
        }

        Erlang over(double total, double arrival, double leavingRate) {
            double waits = all / total;
            double atOnce = 1 - waits;
            double abandons = leavingRate * ahead / total / arrival;
            return new Erlang(
                    waits,
                    ahead / total / arrival,
                    waitOfAnswered / total / (atOnce + answered / total),
                    atOnce + answeredInTime / total,
                    abandons,
                    (overBeforeShort - answeredBeforeShort) / total);
        }
    }

    /** P(wait ≤ t) with k = 0, 1, 2 … ahead, one after the other. */
    private static final class Beta {
        private final double b;
        private final double p;
        private double term;
        private double value = 1;
        private int k;

        Beta(double b, double leavingTimesSeconds) {
            this.b = b;
            this.p = -Math.expm1(-leavingTimesSeconds);
            this.term = Math.exp(-leavingTimesSeconds * b);
        }

        double next() {
            value -= term;
            k++;
            term *= p * (b + k - 1) / k;
            return Math.max(0, value);
        }
    }
}
