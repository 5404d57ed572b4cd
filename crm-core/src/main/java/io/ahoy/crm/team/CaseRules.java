package io.ahoy.crm.team;

import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/**
 * What is configured for cases, for those who write one: it stays as it is until their transaction ends, so that nothing is removed while
 * a case begins to use it.
 */
public final class CaseRules {
    private final ConfigurationMapper mapper;

    public CaseRules(SqlSession session) {
        mapper = session.getMapper(ConfigurationMapper.class);
    }

    public Optional<CaseType> type(String id) {
        return mapper.heldCaseType(id).map(ConfigurationRows.CaseTypeRow::type);
    }

    public Optional<Calendar> calendar(String id) {
        return mapper.calendar(id).map(ConfigurationRows.CalendarRow::calendar);
    }

    public boolean hasCategory(String id) {
        return mapper.heldCaseCategory(id).isPresent();
    }

    public boolean hasTeam(String id) {
        return mapper.heldTeam(id).isPresent();
    }
}
