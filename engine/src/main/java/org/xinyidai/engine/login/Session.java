package org.xinyidai.engine.login;

import java.time.Instant;

/**
 * A stay of a person on the platform (会话).
 *
 * @param csrf what a page must send back with every change, so that no other page can make one
 * @param startedAt at which its longest life begins
 * @param seenAt when it was last used, to within some minutes
 */
public record Session(
    String accountId, String user, String csrf, Instant startedAt, Instant seenAt) {}
