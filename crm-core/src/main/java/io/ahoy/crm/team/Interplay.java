package io.ahoy.crm.team;

import java.util.ArrayList;
import java.util.List;

/** What is wrong between queues, and between them and the agents: the same for a real centre and for a simulated one. */
public final class Interplay {
    private Interplay() {}

    public static List<ConfigurationProblem> problems(Configuration all) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        OverflowLoops.find(all.queues(), problems);
        Unserved.find(all, problems);
        return problems;
    }
}
