package org.xinyidai.engine.resolution;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/** Names by which persons recognised enterprises (人工认定名称), as their decisions stand now. */
final class Recognised {
  private Recognised() {}

  static Map<Uscc, Set<String>> names(Store store) {
    Map<Uscc, Set<String>> names = new HashMap<>();
    new Cases(store)
        .forEach(
            Case.Status.FILED_BY_PERSON,
            each ->
                each.filed()
                    .ifPresent(
                        filing -> {
                          String name = name(each);
                          if (!name.isEmpty()) {
                            names
                                .computeIfAbsent(new Uscc(filing.uscc()), code -> new TreeSet<>())
                                .add(name);
                          }
                        }));
    return names;
  }

  private static String name(Case each) {
    return IdentityReader.claimedName(Feeds.byId(each.feed()).orElseThrow(), each.named());
  }
}
