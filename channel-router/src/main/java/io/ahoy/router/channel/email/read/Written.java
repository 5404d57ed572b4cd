package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes the decoded bytes of one part while one walks through the mail. */
final class Written implements Walk.Visitor {
    private final String wanted;
    private final OutputStream to;
    private boolean done;

    Written(String wanted, OutputStream to) {
        this.wanted = wanted;
        this.to = to;
    }

    @Override
    public void mail(MailHeaders headers) {
        // Only parts are written.
    }

    @Override
    public void leaf(Leaf leaf, InputStream raw, Walk walk) throws IOException {
        boolean itself = leaf.number().equals(wanted);
        if (!itself && !wanted.startsWith(leaf.number() + ".")) {
            return;
        }
        Content content = Content.of(leaf, raw);
        if (itself) {
            content.bytes().transferTo(to);
            done = true;
        } else if (content.isMail()) {
            var inside = walk.inside(leaf, this);
            if (inside.isPresent()) {
                inside.get().through(content.bytes());
            }
        } else if (content.isTnef()) {
            String index = wanted.substring(leaf.number().length() + 1);
            done = index.matches("[1-9][0-9]{0,2}") && Tnef.write(content.bytes(), Integer.parseInt(index) - 1, to);
        }
    }

    @Override
    public void cut(String detail) {
        // Said by the one who reads.
    }

    @Override
    public void lie(String detail) {
        // Said by the one who reads.
    }

    @Override
    public void broken(String detail) {
        // Said by the one who reads.
    }

    @Override
    public boolean isDone() {
        return done;
    }
}
