package io.ahoy.crm.knowledge;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface SynonymMapper {
    @Select("SELECT phrases FROM article_synonym ORDER BY id")
    List<String> all();

    @Delete("DELETE FROM article_synonym")
    void clear();

    @Insert("INSERT INTO article_synonym (id, phrases) VALUES (#{id}, #{phrases})")
    void insert(UUID id, String phrases);
}
