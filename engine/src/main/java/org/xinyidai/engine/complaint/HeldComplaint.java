package org.xinyidai.engine.complaint;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xinyidai.engine.casebook.Entry;
import org.xinyidai.models.complaint.Complaint;

/** A complaint as it stands in its book (投诉案卷). */
public record HeldComplaint(Complaint complaint) implements Entry {
  @Override
  public String id() {
    return complaint.id();
  }

  @Override
  public Instant openedAt() {
    return complaint.at();
  }

  /** The complainant, and everyone to whom it was ever given. */
  @Override
  public List<String> parties() {
    Set<String> parties = new LinkedHashSet<>();
    parties.add(complaint.complainant());
    complaint.history().stream()
        .map(Complaint.Taken::to)
        .filter(to -> !to.isEmpty())
        .forEach(parties::add);
    return List.copyOf(parties);
  }
}
