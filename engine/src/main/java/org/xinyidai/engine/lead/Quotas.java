package org.xinyidai.engine.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.models.calendar.ChinaTime;

/**
 * How much a lender may pull in a day (每日额度), by the office's calendar. What is used is counted in
 * the write that uses it.
 */
public final class Quotas {
  /** Whoever has set nothing: what the officers of a branch can call upon in a day. */
  public static final Quota USUAL = new Quota(500, 50);

  /** The most that the office can set: a large bank's campaign. */
  public static final int MOST = 100_000;

  private final LeadStore store;

  Quotas(LeadStore store) {
    this.store = store;
  }

  /** What a lender may do in a day. */
  public record Quota(int leadsPerDay, int invitationsPerDay) {}

  /** What a lender has done on a day. */
  public record Used(int leads, int invitations) {
    static final Used NOTHING = new Used(0, 0);
  }

  /** Where a lender stands today. */
  public record Standing(String lender, LocalDate day, Quota quota, Used used) {
    /** Leads that it may still pull. */
    public int leadsLeft() {
      return Math.max(0, quota.leadsPerDay() - used.leads());
    }

    /** Invitations that it may still send. */
    public int invitationsLeft() {
      return Math.max(0, quota.invitationsPerDay() - used.invitations());
    }
  }

  /** Where a lender stands at a moment. */
  public Standing of(String lender, Instant now) {
    LocalDate day = ChinaTime.dayOf(now);
    return new Standing(
        lender,
        day,
        store.find(quotaKey(lender), Quota.class).orElse(USUAL),
        store.find(useKey(lender, day), Used.class).orElse(Used.NOTHING));
  }

  /** The same within a change, with what was used by changes of the same write before it. */
  public Standing of(Changes changes, String lender) {
    LocalDate day = ChinaTime.dayOf(changes.instant());
    return new Standing(
        lender,
        day,
        LeadStore.find(changes, quotaKey(lender), Quota.class).orElse(USUAL),
        LeadStore.find(changes, useKey(lender, day), Used.class).orElse(Used.NOTHING));
  }

  /** Sets what a lender may do from now on. */
  public void set(Changes changes, String lender, Quota quota) {
    LeadStore.put(changes, quotaKey(lender), quota);
  }

  /** Counts what a change uses. */
  void use(Changes changes, Standing standing, int leads, int invitations) {
    Used used =
        new Used(standing.used().leads() + leads, standing.used().invitations() + invitations);
    LeadStore.put(changes, useKey(standing.lender(), standing.day()), used);
  }

  /** How long until the next day begins. */
  public static Duration untilTomorrow(Instant now) {
    return Duration.between(now, ChinaTime.startOf(ChinaTime.dayOf(now).plusDays(1)));
  }

  private static byte[] quotaKey(String lender) {
    return LeadStore.of(LeadStore.QUOTA, lender, "");
  }

  private static byte[] useKey(String lender, LocalDate day) {
    return LeadStore.of(LeadStore.USE, lender, day.toString());
  }
}
