package io.ahoy.crm.team;

import io.ahoy.crm.store.Db;

/** A small centre to try Ahoy with. */
public final class DemoTeam {
    private DemoTeam() {}

    public static void fill(Db db) {}
}
