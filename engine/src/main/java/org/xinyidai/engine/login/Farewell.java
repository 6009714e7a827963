package org.xinyidai.engine.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/**
 * What is kept of a person who had an account, taken away when the account closes (注销后个人信息删除,
 * 个人信息保护法 art. 47): user name, password, second factor, invitations, sessions, tokens. What the
 * person did stands on in the audit under the account's number, which names nobody any more.
 */
public final class Farewell {
  private final Store store;

  public Farewell(Store store) {
    this.store = store;
  }

  /** Erases all of an account that was removed; false when nothing was left of it. */
  public boolean of(String accountId) {
    Map<Family, List<byte[]>> keys =
        store.read(
            view -> {
              Map<Family, List<byte[]>> found = new TreeMap<>();
              for (Family family : List.of(Family.LOGINS, Family.SESSIONS, Family.ACCOUNTS)) {
                try (Cursor cursor = view.scan(family, new byte[0])) {
                  found.put(family, keysOf(accountId, cursor));
                }
              }
              return found;
            });
    if (keys.values().stream().allMatch(List::isEmpty)) {
      return false;
    }
    return store.execute(
        changes -> {
          keys.forEach((family, of) -> of.forEach(key -> changes.delete(family, key)));
          return true;
        });
  }

  private static List<byte[]> keysOf(String accountId, Cursor cursor) {
    List<byte[]> keys = new ArrayList<>();
    while (cursor.next()) {
      if (isOf(accountId, cursor.value())) {
        keys.add(cursor.key());
      }
    }
    return keys;
  }

  /** An entry names its account as a field of JSON; a token's is the account's number itself. */
  private static boolean isOf(String accountId, byte[] value) {
    if (value.length > 0 && value[0] == '{') {
      JsonNode entry = StoredJson.read(value, JsonNode.class);
      return entry.path("accountId").asText().equals(accountId);
    }
    return new String(value, StandardCharsets.UTF_8).equals(accountId);
  }
}
