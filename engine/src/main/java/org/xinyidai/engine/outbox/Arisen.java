package org.xinyidai.engine.outbox;

import java.time.LocalDate;
import org.xinyidai.engine.outbox.OutboxEntry.Scope;

/** How many events of one scope arose on one day (当日发生数), days as in China. */
public record Arisen(LocalDate day, Scope scope, long count) {}
