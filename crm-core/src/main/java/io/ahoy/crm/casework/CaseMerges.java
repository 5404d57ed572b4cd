package io.ahoy.crm.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.casework.MergedCase.Tie;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Merges of cases that can be undone, because what was merged with them can. */
public final class CaseMerges {
    private final Db db;
    private final CaseLinks links;

    public CaseMerges(Db db) {
        this.db = db;
        this.links = new CaseLinks(db);
    }

    /** As {@link CaseLinks#merge}, whatever version it has. */
    public MergedCase merge(UUID id, UUID into, Actor actor) {
        return db.together(() -> {
            Case from = db.call(session -> new CaseStore(session).locked(id, Action.CHANGE, actor));
            MergedCase before = db.call(session -> {
                CaseMergeMapper mapper = session.getMapper(CaseMergeMapper.class);
                List<Tie> ties = mapper.ties(id).stream()
                        .map(tie -> new Tie(tie.fromCase(), tie.toCase(), tie.kind(), isNew(mapper, tie, id, into)))
                        .toList();
                return new MergedCase(
                        id, into, RecordJson.write(from.progress()), mapper.interactions(id), mapper.notes(id), ties);
            });
            links.merge(id, from.version(), into, actor);
            return before;
        });
    }

    private static boolean isNew(CaseMergeMapper mapper, TieRow tie, UUID id, UUID into) {
        UUID from = tie.fromCase().equals(id) ? into : tie.fromCase();
        UUID to = tie.toCase().equals(id) ? into : tie.toCase();
        return !from.equals(to) && mapper.count(from, to) == 0;
    }

    /** Each goes on by itself again, with what it had; nothing happens where somebody has parted them otherwise. */
    public void undo(MergedCase merged, Actor actor) {
        db.run(session -> {
            CaseStore store = new CaseStore(session);
            Case from = store.locked(merged.from(), Action.CHANGE, actor);
            store.locked(merged.into(), Action.CHANGE, actor);
            if (from.mergedInto()
                    .filter(into -> into.id().equals(merged.into()))
                    .isEmpty()) {
                return;
            }
            CaseMergeMapper mapper = session.getMapper(CaseMergeMapper.class);
            merged.interactions().forEach(one -> mapper.moveInteraction(one, merged.into(), merged.from()));
            merged.notes().forEach(one -> mapper.moveNote(one, merged.into(), merged.from()));
            mapper.untie(merged.from(), merged.into());
            merged.ties().forEach(tie -> {
                if (tie.moved()) {
                    mapper.untie(
                            tie.from().equals(merged.from()) ? merged.into() : tie.from(),
                            tie.to().equals(merged.from()) ? merged.into() : tie.to());
                }
                mapper.tie(tie.from(), tie.to(), tie.kind());
            });
            Pace pace = store.pace(store.type(from.type()), from.priority());
            Progress before = RecordJson.read(merged.progress(), Progress.class);
            store.changed(from, store.progressed(from, before, pace, actor.now()), actor);
            session.getMapper(CaseMapper.class).touch(merged.into(), actor.now());
        });
    }

    /**
     * Of a part of a conversation that is about something else: a case of its own for it, split from the one that the conversation
     * belongs to.
     */
    public Case splitOff(UUID interaction, Optional<UUID> from, CaseDraft draft, Actor actor) {
        return db.call(session -> {
            Case made = Cases.insert(session, UuidV7.next(actor.now()), draft, actor.now());
            CaseLinkMapper mapper = session.getMapper(CaseLinkMapper.class);
            mapper.attach(interaction, Optional.of(made.id()));
            from.ifPresent(one -> mapper.link(made.id(), one, Relation.Kind.SPLIT_FROM.name()));
            new CaseStore(session).created(made, actor);
            return made;
        });
    }

    /** The case that was split off is gone again, unless somebody has done something with it: then it stays. */
    public void undoSplitOff(UUID id, UUID interaction, Actor actor) {
        db.run(session -> {
            CaseLinkMapper links = session.getMapper(CaseLinkMapper.class);
            CaseMergeMapper mapper = session.getMapper(CaseMergeMapper.class);
            Optional<Case> untouched = session.getMapper(CaseMapper.class)
                    .lock(id)
                    .filter(row -> row.version() == 1)
                    .flatMap(row -> new CaseStore(session).find(id))
                    .filter(one -> mapper.interactions(id).equals(List.of(interaction)))
                    .filter(one -> mapper.notes(id).isEmpty());
            untouched.ifPresent(one -> {
                links.attach(interaction, Optional.empty());
                Findable.remove(session, id);
                session.getMapper(CaseMapper.class).delete(id);
                Audit.deleted(session, actor, Subject.CASE, id, one);
            });
        });
    }

    record TieRow(UUID fromCase, UUID toCase, String kind) {}

    interface CaseMergeMapper {
        @Select("SELECT id FROM interaction WHERE service_case = #{id}")
        List<UUID> interactions(UUID id);

        @Select("SELECT id FROM note WHERE record = #{id}")
        List<UUID> notes(UUID id);

        @Select("SELECT from_case, to_case, kind FROM case_relation WHERE from_case = #{id} OR to_case = #{id}")
        List<TieRow> ties(UUID id);

        @Select("SELECT COUNT(*) FROM case_relation WHERE from_case = #{from} AND to_case = #{to}")
        int count(UUID from, UUID to);

        @Update("UPDATE interaction SET service_case = #{to} WHERE id = #{interaction} AND service_case = #{from}")
        void moveInteraction(UUID interaction, UUID from, UUID to);

        @Update("UPDATE note SET record = #{to} WHERE id = #{note} AND record = #{from}")
        void moveNote(UUID note, UUID from, UUID to);

        @Delete("DELETE FROM case_relation WHERE from_case = #{from} AND to_case = #{to}")
        void untie(UUID from, UUID to);

        @Insert("INSERT IGNORE INTO case_relation (from_case, to_case, kind) VALUES (#{from}, #{to}, #{kind})")
        void tie(UUID from, UUID to, String kind);
    }
}
