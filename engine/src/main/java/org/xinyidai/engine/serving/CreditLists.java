package org.xinyidai.engine.serving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.history.Fact;
import org.xinyidai.models.history.History;
import org.xinyidai.models.record.CreditListKind;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.Listing;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.standing.Membership;
import org.xinyidai.models.standing.Standing;
import org.xinyidai.models.subject.Uscc;

/** Who stands on which list, over all enterprises (信用名单查询, D6), and how many (D3). */
public final class CreditLists {
  private final Store store;
  private final Histories histories;

  public CreditLists(Store store) {
    this.store = store;
    this.histories = new Histories(store);
  }

  /**
   * A place on a list.
   *
   * @param name by the register, null where it is silent
   */
  public record Member(Uscc uscc, @Nullable String name, Membership place) {}

  /**
   * Those on the list of serious dishonesty, among the subjects that the register has and that have
   * not left (注销、迁出、清算、破产).
   */
  public record SeriousShare(long serious, long subjects) {}

  /**
   * Which places are wanted.
   *
   * @param list null for all lists
   * @param left whether places that have ended are wanted too
   * @param of enterprises that the reader may see
   */
  public record Wanted(
      @Nullable CreditListKind list, LocalDate day, boolean left, Predicate<Uscc> of) {}

  /**
   * A page of the places of a day, by shard and code.
   *
   * @param after enterprise behind which the page begins, null for the first
   * @param limit enterprises of a page
   */
  public List<Member> members(Wanted wanted, @Nullable Uscc after, int limit) {
    List<Member> members = new ArrayList<>();
    int enterprises = 0;
    for (int shard = after == null ? 0 : store.shards().of(after);
        shard < store.shards().count();
        shard++) {
      for (Uscc uscc : listed(shard)) {
        if (after != null && shard == store.shards().of(after) && uscc.compareTo(after) <= 0) {
          continue;
        }
        List<Member> own = wanted.of().test(uscc) ? places(uscc, wanted) : List.of();
        members.addAll(own);
        enterprises += own.isEmpty() ? 0 : 1;
        if (enterprises == limit) {
          return members;
        }
      }
    }
    return members;
  }

  /** The share of a day. */
  public SeriousShare seriousShare(LocalDate day) {
    long[] counts = new long[2];
    for (int shard = 0; shard < store.shards().count(); shard++) {
      Set<Uscc> staying = new HashSet<>();
      int register = MarketRegistration.FEED.number();
      histories.forEachOf(
          shard,
          register,
          register,
          (uscc, facts) -> {
            if (stays(facts, day)) {
              staying.add(uscc);
            }
          });
      counts[1] += staying.size();
      for (Uscc uscc : listed(shard)) {
        boolean serious =
            staying.contains(uscc) && standing(uscc, day).isOn(CreditListKind.SERIOUSLY_DISHONEST);
        counts[0] += serious ? 1 : 0;
      }
    }
    return new SeriousShare(counts[0], counts[1]);
  }

  private List<Member> places(Uscc uscc, Wanted wanted) {
    History history = histories.knownAt(store.instant(), uscc);
    @Nullable String name = Profile.of(history, wanted.day()).name();
    return Standing.on(wanted.day(), history).memberships().stream()
        .filter(place -> wanted.list() == null || place.entry().list() == wanted.list())
        .filter(place -> wanted.left() || place.stands())
        .map(place -> new Member(uscc, name, place))
        .toList();
  }

  private Standing standing(Uscc uscc, LocalDate day) {
    return Standing.on(day, histories.knownAt(store.instant(), uscc));
  }

  private List<Uscc> listed(int shard) {
    List<Uscc> found = new ArrayList<>();
    int feed = Listing.FEED.number();
    histories.forEachOf(
        shard,
        feed,
        feed,
        (uscc, facts) -> {
          if (!facts.isEmpty()) {
            found.add(uscc);
          }
        });
    return found;
  }

  private static boolean stays(List<Fact<?>> registrations, LocalDate day) {
    @Nullable EnterpriseStatus newest = null;
    for (Fact<?> fact : registrations) {
      if (fact.record() instanceof MarketRegistration record && !record.day().isAfter(day)) {
        newest = record.status();
      }
    }
    return Register.survives(newest);
  }
}
