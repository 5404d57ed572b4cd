package io.ahoy.desktop.bench;

import io.ahoy.desktop.live.PhoneCall;
import io.ahoy.desktop.live.SippCallers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the phones of one run saw: the same reading for Ahoy and for its peer.
 *
 * @param calls to the agents' phones
 * @param callers in the order in which they dialled
 */
record CentreRun(List<PhoneCall> calls, List<SippCallers.Caller> callers) {
    private static final int SUBSCRIBER_DIGITS = 7;

    /** From the end of a call at a phone to the next INVITE there; every one of them while others wait. */
    List<Duration> freedToInvite() {
        Map<String, List<PhoneCall>> byPhone =
                calls.stream().collect(Collectors.groupingBy(PhoneCall::extension, TreeMap::new, Collectors.toList()));
        List<Duration> gaps = new ArrayList<>();
        for (List<PhoneCall> ofPhone : byPhone.values()) {
            List<PhoneCall> inOrder = ofPhone.stream()
                    .sorted(Comparator.comparing(PhoneCall::invitedAt))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                PhoneCall next = inOrder.get(i);
                inOrder.get(i - 1).endedAt().ifPresent(freed -> gaps.add(Duration.between(freed, next.invitedAt())));
            }
        }
        return gaps;
    }

    /** Callers who were rung through after somebody who had dialled later. */
    int outOfOrder() {
        List<String> dialled = callers.stream().map(SippCallers.Caller::number).toList();
        Map<String, Integer> place = new TreeMap<>();
        for (int i = 0; i < dialled.size(); i++) {
            place.put(subscriber(dialled.get(i)), i);
        }
        int furthest = -1;
        int outOfOrder = 0;
        for (PhoneCall call : connected()) {
            int mine = place.getOrDefault(subscriber(call.from()), -1);
            if (mine < furthest) {
                outOfOrder++;
            }
            furthest = Math.max(furthest, mine);
        }
        return outOfOrder;
    }

    /** Callers who spoke to nobody, and those who spoke to more than one. */
    int notExactlyOnce() {
        Set<String> once = new HashSet<>();
        int twice = 0;
        for (PhoneCall call : connected()) {
            if (!once.add(subscriber(call.from()))) {
                twice++;
            }
        }
        long never = callers.stream()
                .filter(caller -> !once.contains(subscriber(caller.number())))
                .count();
        return (int) never + twice;
    }

    int answered() {
        return connected().size();
    }

    private List<PhoneCall> connected() {
        return calls.stream()
                .filter(call -> call.answeredAt().isPresent())
                .sorted(Comparator.comparing(PhoneCall::invitedAt))
                .toList();
    }

    /** Phones are shown the national form, app_queue hands on what was dialled: the last digits are alike, and differ by caller. */
    private static String subscriber(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - SUBSCRIBER_DIGITS));
    }
}
