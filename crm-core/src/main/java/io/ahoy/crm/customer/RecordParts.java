package io.ahoy.crm.customer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ahoy.crm.customer.RecordMapper.PointRow;
import io.ahoy.crm.customer.RecordMapper.TagRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Writes and reads what people and organisations have alike, within somebody's transaction. */
final class RecordParts {
    private final SqlSession session;
    private final RecordMapper mapper;

    RecordParts(SqlSession session) {
        this.session = session;
        mapper = session.getMapper(RecordMapper.class);
    }

    Map<UUID, List<ContactPoint>> points(List<UUID> owners) {
        List<PointRow> rows = owners.size() == 1 ? mapper.pointsOf(owners.getFirst()) : mapper.points(owners);
        return rows.stream().collect(groupingBy(PointRow::owner, mapping(PointRow::point, toList())));
    }

    Map<UUID, List<String>> tags(List<UUID> records) {
        List<TagRow> rows = records.size() == 1 ? mapper.tagsOf(records.getFirst()) : mapper.tags(records);
        return rows.stream().collect(groupingBy(TagRow::record, mapping(TagRow::tag, toList())));
    }

    /** In place of whatever stood there. */
    void write(UUID id, Kind kind, List<ContactPoint> points, Collection<String> tags, FoundBy foundBy) {
        erase(id);
        for (int place = 0; place < points.size(); place++) {
            mapper.insertPoint(id, kind.name(), place, points.get(place));
        }
        tags.forEach(tag -> mapper.insertTag(id, tag));
        foundBy.write(session, id, kind.name());
    }

    void erase(UUID id) {
        mapper.deletePoints(id);
        mapper.deleteTags(id);
        FoundBy.remove(session, id);
    }

    void requireKnown(Optional<String> segment, Optional<UUID> owner) {
        RecordCheck.exists(segment, id -> mapper.segment((String) id).isPresent(), "segment", "customer segment");
        RecordCheck.exists(owner, id -> mapper.agentName((UUID) id).isPresent(), "owner", "agent");
    }

    void requireAgent(UUID agent) {
        RecordCheck.exists(Optional.of(agent), id -> mapper.agentName((UUID) id).isPresent(), "neverOffered", "agent");
    }

    enum Kind {
        CUSTOMER,
        ORGANISATION
    }
}
