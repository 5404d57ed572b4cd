package io.ahoy.desktop;

import picocli.CommandLine;

/** What the launcher {@code ./ahoy} starts. Without a command it runs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine ahoy = new CommandLine(new Run()).setCommandName("ahoy").addSubcommand("run", new Run());
        System.exit(ahoy.execute(arguments));
    }
}
