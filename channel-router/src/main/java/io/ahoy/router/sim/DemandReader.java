package io.ahoy.router.sim;

import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who comes to a queue, and what he does there. */
final class DemandReader {
    private static final double RATE_MAX = 1_000_000;

    private final List<String> queues;

    /** @param queues all that there are */
    DemandReader(List<String> queues) {
        this.queues = List.copyOf(queues);
    }

    Scenario.Demand read(YamlSection in, QueueRule rule) {
        YamlSection level = in.section("serviceLevel");
        YamlSection callback = in.section("callback");
        return new Scenario.Demand(
                rule,
                in.oneOf("channel", Words.names(Channel.values())).orElse(Channel.VOICE),
                new Scenario.Thresholds(
                        level.duration("within", Duration.ofSeconds(1), Words.LONGEST)
                                .orElse(Scenario.Thresholds.DEFAULT.serviceLevel()),
                        level.duration("shortAbandon", Duration.ZERO, Words.LONGEST)
                                .orElse(Scenario.Thresholds.DEFAULT.shortAbandon())),
                arrivals(in),
                Words.spread(in, "patience"),
                required(in, "talk"),
                Words.spread(in, "wrapUp").orElse(new Spread.Fixed(rule.wrapUp().limit())),
                new Scenario.Callback(
                        Words.share(callback, "taken", Scenario.Callback.DEFAULT.taken()),
                        Words.share(callback, "reached", Scenario.Callback.DEFAULT.reached())),
                transfers(in),
                preferred(in));
    }

    private static Spread required(YamlSection in, String key) {
        Optional<Spread> spread = Words.spread(in, key);
        if (!in.has(key)) {
            in.wrong(key, "is missing; write it as in \"" + key + ": {lognormal: 4m, deviation: 3m}\"");
        }
        return spread.orElse(new Spread.Fixed(Duration.ZERO));
    }

    /** {@code {support: 0.1, sales: 0.05}} */
    private SortedMap<QueueId, Double> transfers(YamlSection queue) {
        SortedMap<QueueId, Double> transfers = new TreeMap<>();
        YamlSection in = queue.section("transfers");
        for (String name : in.names()) {
            double share = Words.share(in, name, 0);
            Words.refer(in, name, name, queues);
            transfers.put(new QueueId(name), share);
        }
        if (transfers.values().stream().mapToDouble(share -> share).sum() > 1) {
            queue.wrong("transfers", "are more than all conversations: together at most 1");
        }
        return transfers;
    }

    private static Scenario.Preferred preferred(YamlSection queue) {
        if (!queue.has("preferred")) {
            return Scenario.Preferred.NOBODY;
        }
        YamlSection in = queue.section("preferred");
        Optional<Duration> patience = in.duration("patience", Duration.ofSeconds(1), Words.LONGEST);
        if (!in.has("share") || !in.has("patience")) {
            queue.wrong("preferred", "takes both, as in {share: 0.1, patience: 45s}");
        }
        return new Scenario.Preferred(Words.share(in, "share", 0), patience.orElse(Duration.ZERO));
    }

    /** {@code perHour}, or {@code perQuarter} with a number for each quarter of an hour after {@code from}. */
    private static Rate arrivals(YamlSection queue) {
        if (!queue.has("arrivals")) {
            queue.wrong("arrivals", "is missing; write it as in \"arrivals: {perHour: 60}\"");
        }
        YamlSection in = queue.section("arrivals");
        List<Double> rates = new ArrayList<>(Collections.nCopies(Rate.QUARTERS, 0.0));
        LocalTime from = Words.time(in, "from").orElse(LocalTime.MIDNIGHT);
        LocalTime to = Words.time(in, "to").orElse(LocalTime.MIDNIGHT);
        double perHour = in.decimal("perHour", 0, RATE_MAX).orElse(0);
        List<Double> quarters = in.decimals("perQuarter", 0, RATE_MAX);
        int first = quarter(in, "from", from);
        int last = to.equals(LocalTime.MIDNIGHT) ? Rate.QUARTERS : quarter(in, "to", to);
        if (in.has("perHour") == in.has("perQuarter") && queue.has("arrivals")) {
            queue.wrong("arrivals", "takes either perHour or perQuarter");
        } else if (in.has("perQuarter") && (in.has("to") || first + quarters.size() > Rate.QUARTERS)) {
            in.wrong(
                    "perQuarter",
                    "has one number for each quarter of an hour after \"from\", up to midnight, and no \"to\"");
        } else if (last <= first) {
            in.wrong("to", "must be later than \"from\"");
        } else {
            for (int i = first; i < last; i++) {
                rates.set(i, perHour);
            }
            for (int i = 0; i < quarters.size(); i++) {
                rates.set(first + i, quarters.get(i) * 4);
            }
        }
        return new Rate(rates, Words.days(in, "days"));
    }

    private static int quarter(YamlSection in, String key, LocalTime time) {
        if (time.getMinute() % 15 != 0 || time.getSecond() != 0) {
            in.wrong(key, "must be at a full quarter of an hour");
        }
        return (time.getHour() * 60 + time.getMinute()) / 15;
    }
}
