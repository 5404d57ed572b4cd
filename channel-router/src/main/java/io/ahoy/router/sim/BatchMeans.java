package io.ahoy.router.sim;

/**
 * A ratio of two sums with the half width of its 95 % confidence interval. What follows each other in a line is not independent, so the
 * run is cut into batches that nearly are, and these are compared (Law, Simulation Modeling and Analysis, section 9.5.3).
 */
final class BatchMeans {
    static final int BATCHES = 30;
    /** Student's t with 29 degrees of freedom, 97.5 %. */
    private static final double T = 2.0452;

    private final double[] parts = new double[BATCHES];
    private final double[] wholes = new double[BATCHES];

    /** @param error the standard error; infinite as long as too little is known */
    record Estimate(double value, double error) {
        double halfWidth() {
            return T * error;
        }
    }

    void add(int batch, double part, double whole) {
        parts[batch] += part;
        wholes[batch] += whole;
    }

    Estimate estimate() {
        double part = 0;
        double whole = 0;
        for (int i = 0; i < BATCHES; i++) {
            part += parts[i];
            whole += wholes[i];
        }
        if (whole == 0) {
            return new Estimate(0, Double.POSITIVE_INFINITY);
        }
        // The error of a ratio of sums, to the first order.
        double value = part / whole;
        double squares = 0;
        for (int i = 0; i < BATCHES; i++) {
            double off = parts[i] - value * wholes[i];
            squares += off * off;
        }
        double perBatch = Math.sqrt(squares / (BATCHES - 1)) / (whole / BATCHES);
        return new Estimate(value, perBatch / Math.sqrt(BATCHES));
    }
}
