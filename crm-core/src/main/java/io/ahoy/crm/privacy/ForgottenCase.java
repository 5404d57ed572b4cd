package io.ahoy.crm.privacy;

import io.ahoy.crm.access.Audit;
import io.ahoy.crm.customer.Findable;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** What is left of a case that must tell of nobody any more: that there was one of its type, and how long it took. */
final class ForgottenCase {
    private ForgottenCase() {}

    /** How many notes went with it. */
    static int forget(SqlSession session, UUID id) {
        PrivacyMapper privacy = session.getMapper(PrivacyMapper.class);
        int notes = privacy.deleteNotes(id);
        privacy.forgetCase(id);
        Findable.remove(session, id);
        privacy.deleteTags(id);
        Audit.erase(session, id);
        return notes;
    }
}
