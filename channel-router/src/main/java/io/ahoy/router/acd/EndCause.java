package io.ahoy.router.acd;

/** Why a conversation or an interaction ended. */
public enum EndCause {
    CUSTOMER_HUNG_UP,
    AGENT_HUNG_UP,
    /** The agent's phone vanished (network, browser, power) and nobody re-attached. */
    AGENT_DEVICE_LOST,
    /** Transferred out to a number. */
    TRANSFERRED_OUT,
    /** The customer left while waiting or while the agent's phone rang. */
    ABANDONED,
    /** Asterisk went away and took its calls with it. */
    PBX_FAILED,
    /** It ended while Ahoy was not looking; found by reconciliation. */
    ENDED_UNSEEN,
    /** Overflow: left to a voice box, sent away with a message, or answered from a template. */
    VOICEMAIL,
    SENT_AWAY,
    ANSWERED_AUTOMATICALLY,
    /** A mail that goes on in another conversation, where an agent put it. */
    JOINED,
    /** The customer says that the article which was suggested to him has helped. */
    ARTICLE_HELPED,
    /** A callback: its time was over, he did not answer often enough, or he must not be called. */
    CALLBACK_EXPIRED,
    CALLBACK_UNANSWERED,
    DO_NOT_CALL
}
