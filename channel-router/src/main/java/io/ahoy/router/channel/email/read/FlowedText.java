package io.ahoy.router.channel.email.read;

/** Text of {@code format=flowed} (RFC 3676): lines broken by the writer's program are joined again, quotes keep their depth. */
final class FlowedText {
    private FlowedText() {}

    /**
     * @param deleteSpace the {@code delsp} parameter: the space that marks a soft break is none of the text
     */
    static String unwrap(String text, boolean deleteSpace) {
        StringBuilder result = new StringBuilder(text.length());
        boolean first = true;
        boolean open = false;
        int openDepth = 0;
        for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
            int depth = depth(line);
            String rest = line.substring(depth);
            String content = rest.startsWith(" ") ? rest.substring(1) : rest;
            boolean signature = content.equals("-- ");
            // A line of another depth ends the paragraph, whatever its last one said.
            boolean joins = open && depth == openDepth && !signature;
            if (!joins) {
                result.append(first ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean soft = content.endsWith(" ") && !signature;
            result.append(soft && deleteSpace ? content.substring(0, content.length() - 1) : content);
            first = false;
            open = soft;
            openDepth = depth;
        }
        return result.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
