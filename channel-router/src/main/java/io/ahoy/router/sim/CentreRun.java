package io.ahoy.router.sim;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** A whole centre for some days. */
final class CentreRun {
    private static final int PARTS = 200;

    private final Scenario scenario;
    private final Instant end;
    private final Simulation simulation = new Simulation(Acd.of(Image.EMPTY), Instant.EPOCH);
    private final SortedMap<OfferOutcome, Long> offers = new TreeMap<>();
    private final OutputHash hash = new OutputHash();
    private final Customers customers;
    private final Staff staff;
    private final Takers takers;
    private final QueueTally tally;
    private final Occupancy occupancy;
    private final Conservation conservation;

    /**
     * What came of it.
     *
     * @param offers how they ended
     * @param hash of all outputs
     */
    record Result(
            SortedMap<QueueId, QueueFigures> figures,
            SortedMap<String, Occupancy.Share> occupancy,
            SortedMap<OfferOutcome, Long> offers,
            long customers,
            long steps,
            long outputs,
            String hash) {}

    CentreRun(Scenario scenario, int days, long seed) {
        this.scenario = scenario;
        this.end = scenario.endAfter(days);
        SplittableRandom chance = new SplittableRandom(seed);
        Agenda agenda = simulation.agenda();
        agenda.submit(scenario.begin(), scenario.configuration());
        this.customers = new Customers(agenda, scenario, end, chance.split());
        this.staff = new Staff(agenda, scenario, end, chance.split());
        SplittableRandom looks = chance.split();
        this.takers = new Takers(agenda, () -> scenario.habits().answer().draw(looks), Set.of());
        this.tally = new QueueTally(scenario.queues().stream()
                .collect(Collectors.toMap(Scenario.Demand::queue, Scenario.Demand::thresholds)));
        this.occupancy = new Occupancy(staff.crews(), scenario.channels());
        this.conservation = new Conservation(simulation.acd(), scenario.channels());
        List.of(hash, conservation, tally, occupancy, customers, staff, takers).forEach(simulation::add);
        simulation.add((input, said, now) -> said.forEach(this::countOffer));
    }

    /** Hears everything too. */
    void add(Simulation.Listener listener) {
        simulation.add(listener);
    }

    /** Something that no scenario holds. */
    void submit(Instant at, Input input) {
        simulation.agenda().submit(at, input);
    }

    Acd acd() {
        return simulation.acd();
    }

    Result run(DoubleConsumer progress) {
        Instant begin = scenario.begin();
        long length = Duration.between(begin, end).toMillis();
        for (int part = 1; part <= PARTS; part++) {
            simulation.runUntil(begin.plusMillis(length * part / PARTS));
            progress.accept((double) part / PARTS);
        }
        conservation.compareWithImage(end);
        return new Result(
                tally.figures(end),
                occupancy.shares(end),
                offers,
                customers.arrived(),
                simulation.steps(),
                hash.outputs(),
                hash.hex());
    }

    private void countOffer(Output output) {
        if (output instanceof Output.OfferEnded ended) {
            offers.merge(ended.outcome(), 1L, Long::sum);
        }
    }
}
