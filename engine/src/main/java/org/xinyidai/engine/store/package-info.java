/**
 * The durable state: one RocksDB folder, one write path, consistent reads. In: commands that decide
 * on current state. Out: acknowledged changes, and views of all of it. Everything about one
 * enterprise lies under one key prefix. Next is {@code ingest}.
 *
 * <p>House rules: every change goes through {@link org.xinyidai.engine.store.Store#submit}; nothing
 * is acknowledged before its synced write; every native handle is owned by {@code Handles}.
 */
@NullMarked
package org.xinyidai.engine.store;

import org.jspecify.annotations.NullMarked;
