package io.ahoy.crm.team;

import static io.ahoy.crm.team.CaseType.StateKind.CLOSED;
import static io.ahoy.crm.team.CaseType.StateKind.NEW;
import static io.ahoy.crm.team.CaseType.StateKind.OPEN;
import static io.ahoy.crm.team.CaseType.StateKind.SOLVED;
import static io.ahoy.crm.team.CaseType.StateKind.WAITING_FOR_CUSTOMER;

import io.ahoy.crm.team.CaseType.Clocks;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the demo centre's cases are. */
final class DemoCaseTypes {
    private static final int REOPEN_DAYS = 14;

    private DemoCaseTypes() {}

    static List<CaseType> types(String calendar) {
        return List.of(
                new CaseType(
                        "request",
                        new Titles("Request", "咨询"),
                        false,
                        states(state("open", "In progress", "处理中", OPEN)),
                        clocks(calendar, 4, 48),
                        Optional.empty()),
                new CaseType(
                        "complaint",
                        new Titles("Complaint", "投诉"),
                        true,
                        states(state("review", "Under review", "审核中", OPEN)),
                        clocks(calendar, 2, 24),
                        Optional.of("backoffice")),
                new CaseType(
                        "fault",
                        new Titles("Fault", "故障"),
                        false,
                        states(
                                state("diagnosis", "Diagnosis", "诊断中", OPEN),
                                state("repair", "Repair ordered", "已安排维修", OPEN)),
                        clocks(calendar, 1, 24),
                        Optional.of("frontline")),
                new CaseType(
                        "order",
                        new Titles("Order", "订单"),
                        false,
                        states(
                                state("processing", "Processing", "处理中", OPEN),
                                state("delivery", "In delivery", "配送中", OPEN)),
                        clocks(calendar, 8, 120),
                        Optional.of("frontline")));
    }

    static List<CaseCategory> categories() {
        return List.of(
                category("contract", "Contract", "合同"),
                category("contract.change", "Change of plan", "套餐变更", "contract"),
                category("contract.end", "Cancellation", "解约", "contract"),
                category("invoice", "Invoice", "账单"),
                category("invoice.copy", "Copy of an invoice", "补发账单", "invoice"),
                category("invoice.wrong", "Wrong amount", "金额有误", "invoice"),
                category("device", "Device", "设备"),
                category("device.router", "Router", "路由器", "device"),
                category("device.phone", "Telephone", "电话机", "device"),
                category("line", "Line", "线路"),
                category("line.slow", "Slow connection", "网速慢", "line"),
                category("line.down", "No connection", "无法上网", "line"),
                category("delivery", "Delivery", "配送"),
                category("delivery.late", "Late delivery", "配送延迟", "delivery"));
    }

    /** Every work leads to every other, and to the customer and back. */
    private static List<State> states(State... work) {
        List<String> workIds = Stream.of(work).map(State::id).toList();
        List<State> all = new ArrayList<>();
        all.add(leading(state("new", "New", "新建", NEW), workIds, "waiting", "solved", "closed"));
        for (State one : work) {
            all.add(leading(
                    one, workIds.stream().filter(id -> !id.equals(one.id())).toList(), "waiting", "solved"));
        }
        all.add(leading(state("waiting", "Waiting for customer", "等待客户", WAITING_FOR_CUSTOMER), workIds, "solved"));
        all.add(leading(state("solved", "Solved", "已解决", SOLVED), workIds, "closed"));
        all.add(state("closed", "Closed", "已关闭", CLOSED));
        return all;
    }

    private static State state(String id, String en, String zh, StateKind kind) {
        return new State(id, new Titles(en, zh), kind, List.of());
    }

    private static State leading(State from, List<String> work, String... others) {
        return new State(
                from.id(),
                from.title(),
                from.kind(),
                Stream.concat(work.stream(), Stream.of(others)).toList());
    }

    private static Clocks clocks(String calendar, int answerHours, int solutionHours) {
        return new Clocks(
                Optional.of(calendar),
                promises(answerHours),
                promises(answerHours),
                promises(solutionHours),
                Optional.empty(),
                Optional.of(REOPEN_DAYS));
    }

    private static SortedMap<CasePriority, Duration> promises(int hours) {
        Duration normal = Duration.ofHours(hours);
        return new TreeMap<>(Map.of(
                CasePriority.LOW, normal.multipliedBy(2),
                CasePriority.NORMAL, normal,
                CasePriority.HIGH, normal.dividedBy(2),
                CasePriority.URGENT, normal.dividedBy(4)));
    }

    private static CaseCategory category(String id, String en, String zh) {
        return new CaseCategory(id, new Titles(en, zh), Optional.empty());
    }

    private static CaseCategory category(String id, String en, String zh, String parent) {
        return new CaseCategory(id, new Titles(en, zh), Optional.of(parent));
    }
}
