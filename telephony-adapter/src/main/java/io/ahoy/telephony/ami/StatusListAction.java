package io.ahoy.telephony.ami;

import java.util.Map;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.event.StatusCompleteEvent;

/**
 * A checked action, of which the library must know that a list of events answers it. Public because the library reads it by
 * reflection, and sends it without its headers where it may not.
 */
public final class StatusListAction extends AbstractManagerAction implements EventGeneratingAction {
    private static final long serialVersionUID = 1L;
    private final AmiAction action;

    StatusListAction(AmiAction action) {
        this.action = action;
    }

    @Override
    public String getAction() {
        return action.getAction();
    }

    public Map<String, String> getAttributes() {
        return action.getAttributes();
    }

    @Override
    public Class<? extends ResponseEvent> getActionCompleteEventClass() {
        return StatusCompleteEvent.class;
    }
}
