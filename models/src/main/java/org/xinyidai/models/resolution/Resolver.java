package org.xinyidai.models.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinyidai.models.resolution.Evidence.Agreement;
import org.xinyidai.models.resolution.Evidence.Kind;
import org.xinyidai.models.subject.EnterpriseName;

/**
 * Weighs a claim against its candidates (主体归集打分). Each candidate's evidence adds up to log-odds
 * against "none of them"; its confidence is its share among all candidates and none. Two
 * enterprises that the claim fits alike so hold half the belief each, and neither is filed.
 */
public final class Resolver {
  private static final double NONE_OF_THEM = 1;
  private static final double OWNER_AS_HOLDER = 1;

  private final Thresholds thresholds;
  private final NameStatistics statistics;

  public Resolver(Thresholds thresholds, NameStatistics statistics) {
    this.thresholds = thresholds;
    this.statistics = statistics;
  }

  /** Decides a claim among the entries that a search found; their order does not matter. */
  public Resolution resolve(Claim claim, List<RegisterEntry> entries) {
    List<Candidate> candidates = rank(claim, entries);
    if (candidates.isEmpty() || candidates.get(0).confidence() < thresholds.queue()) {
      return new Resolution.Unresolved();
    }
    Candidate best = candidates.get(0);
    return best.confidence() >= thresholds.file()
        ? new Resolution.Filed(best)
        : new Resolution.Queued(candidates);
  }

  /** All candidates with their confidence, best first, ties by code. */
  public List<Candidate> rank(Claim claim, List<RegisterEntry> entries) {
    List<List<Evidence>> evidence = entries.stream().map(entry -> weigh(claim, entry)).toList();
    double all = NONE_OF_THEM;
    List<Double> odds = new ArrayList<>();
    for (List<Evidence> each : evidence) {
      double mass = Math.exp(sum(each));
      odds.add(mass);
      all += mass;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      candidates.add(new Candidate(entries.get(i).uscc(), odds.get(i) / all, evidence.get(i)));
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::confidence)
            .reversed()
            .thenComparing(Candidate::uscc));
    return candidates;
  }

  private List<Evidence> weigh(Claim claim, RegisterEntry entry) {
    List<Evidence> names = nameEvidence(claim, entry);
    List<Evidence> all = new ArrayList<>(names);
    all.addAll(FieldEvidence.of(claim, entry, Kinship.of(names)));
    return all;
  }

  /** Of the present name, the former names and the owner's own, the one that fits best. */
  private List<Evidence> nameEvidence(Claim claim, RegisterEntry entry) {
    List<List<Evidence>> readings = new ArrayList<>();
    for (EnterpriseName name : entry.names()) {
      readings.add(NameEvidence.of(claim, name, entry, statistics));
    }
    if (!claim.holder().isEmpty() && claim.holder().equals(entry.representative())) {
      readings.add(List.of(new Evidence(Kind.HOLDER, Agreement.SAME, OWNER_AS_HOLDER)));
    }
    return readings.stream().max(Comparator.comparingDouble(Resolver::sum)).orElse(List.of());
  }

  private static double sum(List<Evidence> evidence) {
    return evidence.stream().mapToDouble(Evidence::weight).sum();
  }
}
