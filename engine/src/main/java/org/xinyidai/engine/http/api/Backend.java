package org.xinyidai.engine.http.api;

import java.time.Clock;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.store.Store;

/** The rooms that the API speaks for. The server does not own them: who opened them closes them. */
public record Backend(
    Store store, Ingest ingest, Accounts accounts, Installation installation, Clock clock) {}
