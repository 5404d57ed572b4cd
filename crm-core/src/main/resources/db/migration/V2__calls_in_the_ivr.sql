-- Who is still with the IVR has a state of his own, so that those who hung up there unseen can be found and closed.

CREATE INDEX interaction_state ON interaction (state, arrived_at);

UPDATE interaction i SET i.state = 'IVR'
WHERE i.state = 'WAITING' AND i.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM segment s WHERE s.interaction = i.id);
