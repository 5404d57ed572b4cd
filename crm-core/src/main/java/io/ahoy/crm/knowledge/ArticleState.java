package io.ahoy.crm.knowledge;

/** Where an article stands in its life, told by its dates. */
public enum ArticleState {
    /** Found by who may read it, and nobody has to read it again. */
    CURRENT,
    /** Still found, but it was to be read again by now. */
    REVIEW_DUE,
    /** Found by nobody any more. */
    EXPIRED
}
