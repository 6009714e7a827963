package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;
import static org.xinyidai.engine.identity.Role.SOURCE;

import java.util.Map;

/** Who may deliver and mend records (数据归集权限). A part of {@link Permissions}. */
final class RecordPermissions {
  private RecordPermissions() {}

  /** Feeds, batches, rows without an owner, cleaning and quality. */
  static void put(Map<Operation, Rule> table) {
    table.put(
        Operation.LIST_FEEDS,
        Rule.closed().all(SOURCE, ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_RECORDS, Rule.closed().own(SOURCE));
    table.put(Operation.GET_BATCH, Rule.closed().own(SOURCE).all(OFFICE, AUDITOR, ADMIN));
    // Refused rows carry what the source wrote, so those who only keep the platform do not see
    // them.
    table.put(Operation.GET_REJECTIONS, Rule.closed().own(SOURCE).all(OFFICE));
    // Whose a row is decides what stands in an enterprise's file: the office alone, by name.
    table.put(Operation.LIST_RESOLUTIONS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.DECIDE_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.UNDO_RESOLUTION, Rule.closed().all(OFFICE));
    table.put(Operation.REPLAY_RESOLUTIONS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_CODES, Rule.closed().all(OFFICE));
    table.put(Operation.POST_CODES, Rule.closed().all(OFFICE));
    table.put(
        Operation.LIST_CLEANING_RULES,
        Rule.closed().all(SOURCE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.LIST_CLEANINGS, Rule.closed().all(OFFICE));
    table.put(Operation.GET_CLEANING, Rule.closed().all(OFFICE));
    table.put(Operation.DECIDE_CLEANING, Rule.closed().all(OFFICE));
    table.put(Operation.CLEAN_BATCH, Rule.closed().all(OFFICE));
    table.put(Operation.GET_TRACES, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_QUALITY, Rule.closed().own(SOURCE).all(OFFICE, AUDITOR, ADMIN));
    table.put(Operation.LIST_FIGURES, Rule.closed().all(OFFICE, AUDITOR));
    table.put(Operation.POST_FIGURES, Rule.closed().all(OFFICE));
  }
}
