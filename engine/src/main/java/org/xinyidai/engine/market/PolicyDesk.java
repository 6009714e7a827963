package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinyidai.connectors.product.PolicyJson;
import org.xinyidai.connectors.product.PolicyReading;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.policy.PolicyId;
import org.xinyidai.models.policy.PolicyTool;
import org.xinyidai.models.product.AttributeCatalogue;

/**
 * The policy tools that the office keeps (政策工具库), every version of each. Requirements B15, B16. The
 * newest version that has begun by a day takes the place of all before it, also once it is over.
 */
public final class PolicyDesk {
  private final Store store;
  private final PolicyJson json;
  private volatile List<PolicyTool> tools;

  public PolicyDesk(Store store, AttributeCatalogue catalogue) {
    this.store = store;
    this.json = new PolicyJson(catalogue);
    this.tools = read();
  }

  /** Tools as files hold them. */
  public PolicyJson json() {
    return json;
  }

  /** Every version of every tool, in the fixed order of tools. */
  public List<PolicyTool> all() {
    return tools;
  }

  /** The newest version of each tool. */
  public List<PolicyTool> newest() {
    Map<PolicyId, PolicyTool> newest = new TreeMap<>();
    tools.forEach(tool -> newest.put(tool.id(), tool));
    return List.copyOf(newest.values());
  }

  /** The tools that hold on a day: of each the newest version that has begun, if it is not over. */
  public List<PolicyTool> on(LocalDate day) {
    Map<PolicyId, PolicyTool> begun = new TreeMap<>();
    tools.stream()
        .filter(tool -> tool.effective().begunBy(day))
        .forEach(tool -> begun.put(tool.id(), tool));
    return begun.values().stream().filter(tool -> tool.effective().on(day)).toList();
  }

  /**
   * Puts a version as a part of a larger change; {@link #reload} shows it afterwards.
   *
   * @throws StoreException USER when the version is there already with other content
   */
  public void put(Changes changes, PolicyTool tool) {
    byte[] key = "%s/%06d".formatted(tool.id(), tool.version()).getBytes(StandardCharsets.US_ASCII);
    byte[] value = json.write(tool).toString().getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> held = changes.get(Family.POLICIES, key);
    if (held.isPresent() && !Arrays.equals(held.get(), value)) {
      throw new StoreException(
          Category.USER,
          "version %d of %s is there already; give what changed a new version"
              .formatted(tool.version(), tool.id()));
    }
    changes.put(Family.POLICIES, key, value);
  }

  /** Puts all versions of a file; they hold from now on. */
  public void put(List<PolicyTool> added) {
    store.execute(
        changes -> {
          added.forEach(tool -> put(changes, tool));
          return added.size();
        });
    reload();
  }

  /** Shows what was put as a part of a larger change, once that is durable. */
  public void reload() {
    tools = read();
  }

  private List<PolicyTool> read() {
    return store.read(
        view -> {
          List<PolicyTool> found = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.POLICIES, new byte[0])) {
            while (cursor.next()) {
              PolicyReading reading =
                  json.readKept(new String(cursor.value(), StandardCharsets.UTF_8));
              if (!reading.sound()) {
                throw new StoreException(
                    Category.INTERNAL, "a stored tool cannot be read: " + reading.problems());
              }
              found.addAll(reading.tools());
            }
          }
          found.sort(PolicyTool.ORDER);
          return List.copyOf(found);
        });
  }
}
