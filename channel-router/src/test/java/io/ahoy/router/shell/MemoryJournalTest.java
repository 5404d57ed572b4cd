package io.ahoy.router.shell;

class MemoryJournalTest extends JournalContract {
    private final MemoryJournal.Store store = new MemoryJournal.Store();

    @Override
    Journal journal(String owner) {
        return new MemoryJournal(store);
    }
}
